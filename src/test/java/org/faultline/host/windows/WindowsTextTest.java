package org.faultline.host.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.NetworkState.Wifi;
import org.faultline.host.ProxySetting;
import org.junit.jupiter.api.Test;

/** Samples in the form that Microsoft's documentation shows; none was recorded by us on Windows. */
class WindowsTextTest {

    @Test
    void arpTableInGerman() {
        String text = """

            Schnittstelle: 192.168.1.10 --- 0xb
              Internetadresse       Physische Adresse     Typ
              192.168.1.1           aa-bb-cc-dd-ee-ff     dynamisch\s
              192.168.1.255         ff-ff-ff-ff-ff-ff     statisch\s
              224.0.0.22            01-00-5e-00-00-16     statisch\s

            Schnittstelle: 172.20.0.1 --- 0x2a
              172.20.0.9            00-15-5d-01-02-03     dynamisch\s
            """;
        assertThat(ArpTable.parse(text, Map.of(11, "Ethernet"))).containsExactly(
            new Neighbour(InetAddress.ofLiteral("192.168.1.1"), "Ethernet", "stale", "aa:bb:cc:dd:ee:ff", false));
        assertThat(ArpTable.parse("Keine ARP-Eintr\u00e4ge gefunden.", Map.of())).isEmpty();
    }

    private static final String JOINED = """

        There is 1 interface on the system:

            Name                   : Wi-Fi
            Description            : Intel(R) Wi-Fi 6 AX201 160MHz
            GUID                   : 12345678-1234-1234-1234-123456789abc
            Physical address       : aa:bb:cc:00:11:22
            State                  : connected
            SSID                   : Home: upstairs
            BSSID                  : 00:11:22:33:44:55
            Radio type             : 802.11ax
            Signal                 : 87%
            Profile                : Home
        """;

    @Test
    void wirelessAdapterThatHasJoined() {
        assertThat(WlanInterfaces.parse(JOINED)).isEqualTo(Map.of("Wi-Fi", new Wifi(true, Optional.of(87), "Home: upstairs")));
    }

    @Test
    void wirelessAdapterThatHasNotJoined() {
        String text = JOINED.lines().filter(line -> !line.contains("SSID") && !line.contains("Signal"))
            .reduce("", (a, b) -> a + b + "\n");
        assertThat(WlanInterfaces.parse(text)).isEqualTo(Map.of("Wi-Fi", new Wifi(false, Optional.empty(), "")));
        assertThat(WlanInterfaces.parse("The Wireless AutoConfig Service (wlansvc) is not running.")).isEmpty();
    }

    @Test
    void proxyInTheRegistry() {
        String text = """

            HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings
                ProxyEnable    REG_DWORD    0x1
                ProxyServer    REG_SZ    http=web.lan:3128;https=tls.lan:3129
                ProxyOverride    REG_SZ    *.lan;<local>
            """;
        List<String> exceptions = List.of("*.lan", "<local>");
        assertThat(InternetSettings.parse(text)).containsExactly(
            new ProxySetting("http", "web.lan", 3128, "desktop Windows", exceptions, false),
            new ProxySetting("https", "tls.lan", 3129, "desktop Windows", exceptions, false));
        assertThat(InternetSettings.parse(text.replace("0x1", "0x0"))).isEmpty();
        assertThat(InternetSettings.parse(text.replaceFirst("http=.*", "one.lan:8080"))).extracting(ProxySetting::host)
            .containsExactly("one.lan", "one.lan");
    }
}
