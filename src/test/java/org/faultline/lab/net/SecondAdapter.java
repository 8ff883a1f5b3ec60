package org.faultline.lab.net;

/** A second network card of the host (eth1, 192.168.2.10/24) with a router of its own behind it (192.168.2.1). */
public final class SecondAdapter {
    public static final String LINK = "eth1";
    public static final String GATEWAY = "192.168.2.1";
    public static final String GATEWAY6 = "fe80::78:1";

    private SecondAdapter() {
    }

    /** Plugs it in with a router that answers and forwards; no default route of the host uses it yet. */
    public static Node plugInto(Lab lab) {
        Node second = lab.machine("second");
        second.ip("link add lan1 index 61 type veth peer name eth1 index 12 netns " + lab.host().space().path(),
            "link add wan1 index 62 type veth peer name side0 index 33 netns " + lab.provider().space().path(),
            "link set lan1 up", "addr add 192.168.2.1/24 dev lan1", "addr add fe80::78:1/64 dev lan1 nodad",
            "link set wan1 up", "addr add 203.0.114.2/24 dev wan1", "route add default via 203.0.114.1");
        second.sysctl("net/ipv4/ip_forward", "1").sysctl("net/ipv6/conf/all/forwarding", "1");
        second.nat("postrouting", "oifname wan1 ip saddr 192.168.2.0/24 masquerade");
        lab.provider().ip("link set side0 up", "addr add 203.0.114.1/24 dev side0");
        lab.host().ip("link set eth1 up", "addr add 192.168.2.10/24 dev eth1");
        return second;
    }
}
