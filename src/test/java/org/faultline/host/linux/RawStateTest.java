package org.faultline.host.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faultline.host.linux.Recorded.ip;

import java.net.Inet6Address;
import java.util.List;
import java.util.Optional;
import org.faultline.host.NetworkState.Address;
import org.faultline.host.NetworkState.Kind;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.NetworkState.Route;
import org.faultline.host.NetworkState.Rule;
import org.faultline.host.Prefix;
import org.faultline.host.RouteChoice;
import org.faultline.host.linux.LinkMessages.RawLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recorded snapshot, compared with what iproute2 printed of the same moment. */
class RawStateTest {
    private final RawState state = Recorded.state();

    @ParameterizedTest
    @CsvSource({
        "lo,    LOOPBACK, true,  true,  unknown,        65536",
        "br0,   VIRTUAL,  true,  false, down,           1500",
        "c0,    VIRTUAL,  true,  false, lowerlayerdown, 1500",
        "c1,    ETHERNET, false, ,      down,           1500",
        "tun0,  TUNNEL,   true,  false, down,           1500",
        "tap0,  VIRTUAL,  false, ,      down,           1500",
        "gone,  ETHERNET, true,  false, lowerlayerdown, 1500",
        "eth0,  ETHERNET, true,  true,  up,             1500"})
    void links(String name, Kind kind, boolean up, Boolean carrier, String operState, int mtu) {
        RawLink link = link(name);
        assertThat(LinkKinds.of(link, "", state.links())).isEqualTo(kind);
        assertThat(link.adminUp()).isEqualTo(up);
        assertThat(link.carrier()).isEqualTo(Optional.ofNullable(carrier));
        assertThat(link.operState()).isEqualTo(operState);
        assertThat(link.mtu()).isEqualTo(mtu);
    }

    @Test
    void aLinkHasItsCountersAndAddress() {
        RawLink link = link("eth0");
        assertThat(link.mac()).isEqualTo("3e:6f:cc:07:ca:da");
        assertThat(link.counters().rxPackets()).isPositive();
        assertThat(link.counters().txPackets()).isPositive();
        assertThat(link.counters().rxErrors()).isZero();
        assertThat(link.carrierChanges()).isPositive();
        assertThat(link("lo").mac()).isEmpty();
        assertThat(link("tun0").mac()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,    lo,   8,  false, unknown",
        "10.9.0.1,     lo,   16, false, static",
        "10.8.0.2,     tun0, 32, false, static",
        "198.51.100.2, gone, 24, false, static",
        "192.0.2.7,    eth0, 24, false, dhcp",
        "192.0.2.8,    eth0, 24, true,  dhcp",
        "10.0.1.2,     eth0, 24, false, dhcp",
        "fd01::2,      eth0, 64, false, static",
        "fd01::77,     eth0, 64, false, ra",
        "::1,          lo,   128, false, unknown"})
    void addresses(String address, String link, int length, boolean deprecated, String origin) {
        Address found = state.addresses().stream().filter(it -> it.address().equals(ip(address))).findFirst().orElseThrow();
        assertThat(found).isEqualTo(new Address(link, ip(address), length, false, false, deprecated, origin));
    }

    @Test
    void aLinkLocalAddressKnowsItsLink() {
        Address found = state.addresses().stream().filter(it -> it.address().isLinkLocalAddress() && it.link().equals("eth0"))
            .findFirst().orElseThrow();
        assertThat(((Inet6Address) found.address()).getScopeId()).isEqualTo(link("eth0").index());
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0,       unicast,     254, 10.0.1.1,     eth0, 0,    false, boot",
        "0.0.0.0/0,       unicast,     254, 198.51.100.1, gone, 500,  true,  boot",
        "10.0.1.0/24,     unicast,     254, ,             eth0, 0,    false, kernel",
        "10.50.0.0/16,    blackhole,   254, ,             '',   0,    false, boot",
        "10.51.0.0/16,    prohibit,    254, ,             '',   0,    false, boot",
        "10.52.0.0/16,    unreachable, 254, ,             '',   0,    false, boot",
        "10.53.0.0/16,    throw,       254, ,             '',   0,    false, boot",
        "10.60.0.0/16,    unicast,     254, 10.0.1.1,     eth0, 100,  false, dhcp",
        "10.60.0.0/16,    unicast,     254, 10.0.1.9,     eth0, 100,  false, dhcp",
        "10.61.0.0/16,    unicast,     900, fe80::1,      eth0, 0,    false, boot",
        "127.0.0.0/8,     local,       255, ,             lo,   0,    false, kernel",
        "0:0:0:0:0:0:0:0/0, unicast,   254, fd01::1,      eth0, 1024, false, boot",
        "fd50:0:0:0:0:0:0:0/64, blackhole, 254, ,         '',   1024, false, boot",
        "fd88:0:0:0:0:0:0:0/64, unicast, 254, fe80::1,    eth0, 1024, false, ra",
        "0:0:0:0:0:ffff:0:0/96, unreachable, 254, ,       '',   1024, false, boot"})
    void routes(String destination, String type, int table, String gateway, String link, long metric, boolean down,
        String origin) {
        assertThat(state.routes()).filteredOn(route -> route.destination().toString().equals(destination))
            .contains(new Route(state.routes().stream().map(Route::destination).filter(it -> it.toString().equals(destination))
                .findFirst().orElseThrow(), type, table, Optional.ofNullable(gateway).map(Recorded::ip), link, metric, down,
                    origin));
    }

    @Test
    void rules() {
        assertThat(state.rules()).containsExactlyInAnyOrder(
            lookup(4, 0, 255, ""), lookup(4, 32766, 254, ""), lookup(4, 32767, 253, ""), lookup(6, 0, 255, ""), lookup(6, 32766,
                254, ""),
            new Rule(4, 100, "lookup", 77, Optional.of(prefix("10.0.1.0", 24)), Optional.empty(), "fwmark 0x5/0xff iif eth0"),
            new Rule(4, 101, "prohibit", 0, Optional.empty(), Optional.of(prefix("10.99.0.0", 16)), ""),
            lookup(4, 102, 51820, "not fwmark 0xca6c"),
            lookup(4, 103, 254, "suppress_prefixlength 0"),
            lookup(4, 105, 12, "uidrange 1000-2000 ipproto 6 dport 80-90"),
            new Rule(6, 104, "blackhole", 0, Optional.empty(), Optional.of(prefix("fd99::", 64)), ""));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.1.1,  reachable, 1e:05:2f:2b:e7:d6, false",
        "10.0.1.99, permanent, 02:00:00:00:00:99, false",
        "10.0.1.5,  incomplete, '',                false",
        "fd01::1,   reachable, 1e:05:2f:2b:e7:d6, true"})
    void neighbours(String address, String neighbourState, String mac, boolean router) {
        assertThat(state.neighbours()).contains(new Neighbour(ip(address), "eth0", neighbourState, mac, router));
    }

    @Test
    void theChoiceForOneDestination() {
        assertThat(RouteMessages.choice(Recorded.bytes("route-to-8.8.8.8.bin"), RawState.names(state.links())))
            .contains(new RouteChoice("unicast", Optional.of(ip("10.0.1.1")), "eth0", Optional.of(ip("10.0.1.2")), 0));
    }

    @Test
    void aLinkThatIsGoneKeepsItsNumber() {
        assertThat(RawState.names(List.of()).apply(7)).isEqualTo("if7");
        assertThat(RawState.names(List.of()).apply(0)).isEmpty();
    }

    private RawLink link(String name) {
        return state.links().stream().filter(link -> link.name().equals(name)).findFirst().orElseThrow();
    }

    private static Rule lookup(int family, long priority, int table, String limitedTo) {
        return new Rule(family, priority, "lookup", table, Optional.empty(), Optional.empty(), limitedTo);
    }

    private static Prefix prefix(String address, int length) {
        return Prefix.of(ip(address), length);
    }
}
