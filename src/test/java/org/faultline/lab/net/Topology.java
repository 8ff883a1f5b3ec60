package org.faultline.lab.net;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines for {@code ip -batch} that make a lab.
 * Both ends of a cable get different interface numbers: with equal ones the kernel reports the carrier up to one second late.
 */
final class Topology {
    static final String[] HOST_LAN = {
        "link set lo up",
        "link set eth0 up",
        "addr replace 192.168.1.10/24 dev eth0",
        "addr replace 2a02:77:1::10/64 dev eth0 nodad",
        "route replace default via 192.168.1.1 dev eth0 proto dhcp metric 100",
        "route replace default via fe80::1 dev eth0 proto ra metric 100"};
    static final String[] ROUTER_LAN = {
        "link set lo up",
        "link set lan0 up",
        "addr replace 192.168.1.1/24 dev lan0",
        "addr replace fe80::1/64 dev lan0 nodad",
        "addr replace 2a02:77:1::1/64 dev lan0 nodad"};
    static final String[] ROUTER_WAN = {
        "link set wan0 up",
        "addr replace 203.0.113.2/24 dev wan0",
        "addr replace 2a02:77:ff::2/64 dev wan0 nodad",
        "route replace default via 203.0.113.1",
        "route replace default via 2a02:77:ff::1"};
    static final String[] PROVIDER_DOWN = {
        "link set lo up",
        "link set down0 up",
        "addr replace 203.0.113.1/24 dev down0",
        "addr replace 2a02:77:ff::1/64 dev down0 nodad",
        "route replace 2a02:77:1::/64 via 2a02:77:ff::2"};
    static final String[] PROVIDER_UP = {
        "link set up0 up",
        "addr replace 198.51.100.1/30 dev up0",
        "addr replace 2a02:77:fe::1/64 dev up0 nodad",
        "route replace default via 198.51.100.2",
        "route replace default via 2a02:77:fe::2"};
    static final String[] INTERNET = internet();

    private Topology() {
    }

    static String[] links(Node host, Node provider) {
        return new String[] {
            "link add lan0 index 21 address " + Plan.ROUTER_MAC + " type veth peer name eth0 index 11 address " + Plan.HOST_MAC
                + " netns " + host.space().path(),
            "link add wan0 index 22 type veth peer name down0 index 31 netns " + provider.space().path()};
    }

    static String[] uplink(Node internet) {
        return new String[] {"link add up0 index 32 type veth peer name net0 index 41 netns " + internet.space().path()};
    }

    private static String[] internet() {
        List<String> lines = new ArrayList<>(List.of(
            "link set lo up",
            "link set net0 up",
            "addr add 198.51.100.2/30 dev net0",
            "addr add 2a02:77:fe::2/64 dev net0 nodad",
            "route add default via 198.51.100.1",
            "route add default via 2a02:77:fe::1"));
        Plan.PUBLIC.forEach(address -> lines.add(onLoopback(address)));
        Plan.zone().values().forEach(site -> site.forEach(address -> lines.add(onLoopback(address.getHostAddress()))));
        return lines.toArray(String[]::new);
    }

    private static String onLoopback(String address) {
        return address.contains(":") ? "addr add " + address + "/128 dev lo nodad" : "addr add " + address + "/32 dev lo";
    }
}
