package org.faultline.host.macos;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.faultline.host.NetworkState.Kind;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.NetworkState.Route;
import org.faultline.host.ProxySetting;
import org.faultline.host.Resolvers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples in the form that Apple's manual pages show; none was recorded by us on macOS. */
class MacTextTest {

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }

    @Test
    void ifconfig() {
        Ifconfig seen = Ifconfig.parse("""
            lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384
            \toptions=1203<RXCSUM,TXCSUM,TXSTATUS,SW_TIMESTAMP>
            \tinet 127.0.0.1 netmask 0xff000000
            \tinet6 ::1 prefixlen 128\s
            \tinet6 fe80::1%lo0 prefixlen 64 scopeid 0x1\s
            en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
            \tether aa:bb:cc:00:11:22
            \tinet6 2001:db8::7 prefixlen 64 autoconf secured\s
            \tinet 192.168.1.10 netmask 0xffffff00 broadcast 192.168.1.255
            \tstatus: active
            en5: flags=8822<BROADCAST,SMART,SIMPLEX,MULTICAST> mtu 1500
            \tstatus: inactive
            utun0: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1380
            \tinet 10.8.0.2 --> 10.8.0.1 netmask 0xffffffff
            """);
        assertThat(seen.links()).extracting(Link::name).containsExactly("lo0", "en0", "en5", "utun0");
        assertThat(seen.links()).extracting(Link::kind).containsExactly(Kind.LOOPBACK, Kind.ETHERNET, Kind.ETHERNET, Kind.TUNNEL);
        assertThat(seen.links()).extracting(Link::carrier)
            .containsExactly(Optional.empty(), Optional.of(true), Optional.empty(), Optional.empty());
        assertThat(seen.links().get(1).mac()).isEqualTo("aa:bb:cc:00:11:22");
        assertThat(seen.links().get(2).adminUp()).isFalse();
        assertThat(seen.addresses()).extracting(it -> it.link() + " " + it.address().getHostAddress() + "/" + it.prefixLength()
            + " " + it.origin())
            .containsExactly("lo0 127.0.0.1/8 unknown", "lo0 0:0:0:0:0:0:0:1/128 unknown", "lo0 fe80:0:0:0:0:0:0:1/64 unknown",
                "en0 2001:db8:0:0:0:0:0:7/64 ra", "en0 192.168.1.10/24 unknown", "utun0 10.8.0.2/32 unknown");
    }

    @Test
    void routes() {
        List<Route> routes = RouteTable.parse("""
            Routing tables

            Internet:
            Destination        Gateway            Flags               Netif Expire
            default            192.168.1.1        UGScg                 en0
            default            192.168.9.1        UGScIg                en5
            127                127.0.0.1          UCS                   lo0
            192.168.1          link#11            UCS                   en0      !
            192.168.1.1        0:11:22:33:44:55   UHLWIir               en0   1179
            10.9/16            10.9.0.1           UGSR                  en0

            Internet6:
            Destination                             Gateway                         Flags               Netif Expire
            default                                 fe80::1%en0                     UGcg                  en0
            ::1                                     ::1                             UHL                   lo0
            fe80::%en0/64                           link#11                         UCI                   en0
            """);
        assertThat(routes).extracting(it -> it.destination() + " " + it.type() + " " + it.link() + " "
            + it.gateway().map(InetAddress::getHostAddress).orElse("-")).containsExactly(
            "0.0.0.0/0 unicast en0 192.168.1.1", "127.0.0.0/8 unicast lo0 -", "192.168.1.0/24 unicast en0 -",
                "10.9.0.0/16 unreachable  10.9.0.1",
            "0:0:0:0:0:0:0:0/0 unicast en0 fe80:0:0:0:0:0:0:1", "fe80:0:0:0:0:0:0:0/64 unicast en0 -");
    }

    @ParameterizedTest
    @CsvSource({"default,0.0.0.0/0", "127,127.0.0.0/8", "169.254,169.254.0.0/16", "224.0.0/4,224.0.0.0/4",
        "192.168.1.7,192.168.1.7/32",
        "192.168.1.7/32,192.168.1.7/32"})
    void abbreviatedDestinations(String text, String prefix) {
        assertThat(RouteTable.destination(text, false)).hasValueSatisfying(it -> assertThat(it.toString()).isEqualTo(prefix));
    }

    @ParameterizedTest
    @CsvSource({"1.2.3.4.5", "300", "link#4", "127/99", "10/x", "::1"})
    void whatIsNoDestination(String text) {
        assertThat(RouteTable.destination(text, false)).isEmpty();
    }

    @Test
    void arpTable() {
        assertThat(ArpTable.parse("""
            ? (192.168.1.1) at 0:1b:2:33:44:5 on en0 ifscope [ethernet]
            ? (192.168.1.7) at (incomplete) on en0 ifscope [ethernet]
            ? (192.168.1.10) at aa:bb:cc:0:11:22 on en0 ifscope permanent [ethernet]
            ? (224.0.0.251) at 1:0:5e:0:0:fb on en0 ifscope permanent [ethernet]
            """)).containsExactly(
            new Neighbour(address("192.168.1.1"), "en0", "stale", "00:1b:02:33:44:05", false),
            new Neighbour(address("192.168.1.7"), "en0", "incomplete", "", false),
            new Neighbour(address("192.168.1.10"), "en0", "permanent", "aa:bb:cc:00:11:22", false));
    }

    @Test
    void resolversOfOrdinaryLookups() {
        assertThat(Scutil.dns("""
            DNS configuration

            resolver #1
              search domain[0] : home
              nameserver[0] : 192.168.1.1
              nameserver[1] : 2001:db8::53
              if_index : 11 (en0)
              flags    : Request A records, Request AAAA records

            resolver #2
              domain   : local
              nameserver[0] : 10.0.0.1

            DNS configuration (for scoped queries)

            resolver #1
              nameserver[0] : 10.0.0.2
            """, _ -> 0)).isEqualTo(new Resolvers(List.of(new InetSocketAddress("192.168.1.1", 53),
                new InetSocketAddress(address("2001:db8::53"), 53)), List.of("home")));
    }

    @Test
    void proxies() {
        String text = """
            <dictionary> {
              ExceptionsList : <array> {
                0 : *.local
                1 : 169.254/16
              }
              HTTPEnable : 1
              HTTPPort : 8080
              HTTPProxy : proxy.lan
              HTTPSEnable : 0
              HTTPSProxy : other.lan
              ProxyAutoConfigEnable : 1
              ProxyAutoConfigURLString : http://wpad.lan/p.pac
            }
            """;
        assertThat(Scutil.proxies(text)).containsExactly(
            new ProxySetting("http", "proxy.lan", 8080, "desktop macOS", List.of("*.local", "169.254/16"), false),
            new ProxySetting("pac", "wpad.lan", 80, "pac http://wpad.lan/p.pac", List.of(), false));
    }
}
