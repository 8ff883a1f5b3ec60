package org.faultline.host.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.faultline.host.NetworkState.Ipv6Support;
import org.faultline.host.NetworkState.Kind;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.NetworkState.LinkCounters;
import org.faultline.host.NetworkState.Wifi;
import org.faultline.host.linux.LinkMessages.RawLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts from a small copy of /sys and /proc, and the kinds of links that no test machine has. */
class SysfsTest {
    private static final int ETHER = 1;

    @TempDir
    private Path root;

    @Test
    void aWirelessLinkHasSignalAndRadio() throws IOException {
        write("sys/class/net/wlan0/uevent", "DEVTYPE=wlan\nINTERFACE=wlan0\nIFINDEX=3\n");
        write("sys/class/net/wlan0/phy80211/rfkill0/soft", "0\n");
        write("sys/class/net/wlan0/phy80211/rfkill0/hard", "1\n");
        Link link = new Sysfs(root).describe(raw(3, "wlan0", ETHER, "", 0), List.of(), "wlan0: 0000 58. -60. -256 0");
        assertThat(link.kind()).isEqualTo(Kind.WIFI);
        assertThat(link.wifi()).contains(new Wifi(true, Optional.of(80), ""));
        assertThat(link.radioOff()).isTrue();
    }

    @Test
    void aCableHasDuplexAndSpeed() throws IOException {
        write("sys/class/net/eth0/uevent", "INTERFACE=eth0\nIFINDEX=2\n");
        write("sys/class/net/eth0/duplex", "half\n");
        write("sys/class/net/eth0/speed", "100\n");
        Link link = new Sysfs(root).describe(raw(2, "eth0", ETHER, "", 0), List.of(), "");
        assertThat(link.duplex()).isEqualTo("half");
        assertThat(link.speedMbit()).isEqualTo(100);
        write("sys/class/net/eth0/duplex", "unknown\n");
        write("sys/class/net/eth0/speed", "-1\n");
        Link unknown = new Sysfs(root).describe(raw(2, "eth0", ETHER, "", 0), List.of(), "");
        assertThat(unknown.duplex()).isEmpty();
        assertThat(unknown.speedMbit()).isZero();
    }

    /** /sys may be mounted for another network namespace, where the name belongs to another link. */
    @Test
    void aNamesakeInAnotherNamespaceIsNotAsked() throws IOException {
        write("sys/class/net/eth0/uevent", "DEVTYPE=wlan\nINTERFACE=eth0\nIFINDEX=2\n");
        write("sys/class/net/eth0/duplex", "half\n");
        Link link = new Sysfs(root).describe(raw(11, "eth0", ETHER, "veth", 0), List.of(), "");
        assertThat(link.kind()).isEqualTo(Kind.ETHERNET);
        assertThat(link.duplex()).isEmpty();
    }

    @Test
    void ipv6Settings() throws IOException {
        assertThat(new Sysfs(root).ipv6()).isEqualTo(new Ipv6Support(false, false, false));
        write("proc/net/if_inet6", "");
        write("proc/sys/net/ipv6/conf/all/disable_ipv6", "1\n");
        write("proc/sys/net/ipv6/conf/lo/disable_ipv6", "0\n");
        assertThat(new Sysfs(root).ipv6()).isEqualTo(new Ipv6Support(true, true, false));
    }

    @ParameterizedTest
    @CsvSource({
        "enp3s0, 1, '', '', ETHERNET", "bond0, 1, bond, '', ETHERNET", "eth0.5, 1, vlan, '', ETHERNET",
        "wg0, 65534, wireguard, '', TUNNEL", "ppp0, 512, ppp, '', TUNNEL", "tun0, 65534, tun, '', TUNNEL",
        "gre1, 778, gre, '', TUNNEL", "sit0, 776, sit, '', TUNNEL", "xfrm0, 65534, xfrm, '', TUNNEL",
        "wwan0, 1, '', wwan, MOBILE", "rmnet0, 519, rmnet, '', MOBILE", "wlp2s0, 1, '', wlan, WIFI",
        "docker0, 1, bridge, bridge, VIRTUAL", "vnet3, 1, tun, '', VIRTUAL", "ifb0, 1, ifb, '', VIRTUAL",
        "dummy0, 1, dummy, '', VIRTUAL", "vmnet8, 1, '', '', VIRTUAL", "vboxnet0, 1, '', '', VIRTUAL"})
    void kinds(String name, int hardware, String driver, String deviceType, Kind kind) {
        RawLink link = raw(5, name, hardware, driver, 0);
        assertThat(LinkKinds.of(link, deviceType, List.of(link))).isEqualTo(kind);
    }

    @Test
    void aBridgeWithRealHardwareIsTheWayOut() {
        RawLink bridge = raw(7, "br0", ETHER, "bridge", 0);
        RawLink port = raw(2, "enp3s0", ETHER, "", 7);
        RawLink guest = raw(9, "veth1", ETHER, "veth", 7);
        assertThat(LinkKinds.of(bridge, "bridge", List.of(bridge, port, guest))).isEqualTo(Kind.ETHERNET);
        assertThat(LinkKinds.of(bridge, "bridge", List.of(bridge, guest))).isEqualTo(Kind.VIRTUAL);
        assertThat(LinkKinds.of(guest, "", List.of(bridge, port, guest))).isEqualTo(Kind.VIRTUAL);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static RawLink raw(int index, String name, int hardware, String driver, int master) {
        return new RawLink(index, name, hardware, true, Optional.of(true), "up", "02:00:00:00:00:01", 1500, 1, driver, master,
            new LinkCounters(0, 0, 0, 0, 0, 0));
    }
}
