package org.faultline.lab.net;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who has which address in the lab; the same in every lab, since no lab sees another. */
public final class Plan {
    public static final String HOST = "192.168.1.10";
    public static final String HOST6 = "2a02:77:1::10";
    public static final String GATEWAY = "192.168.1.1";
    public static final String GATEWAY6 = "fe80::1";
    public static final String ROUTER_WAN = "203.0.113.2";
    public static final String PROVIDER = "203.0.113.1";
    public static final String PROXY = "203.0.113.80";
    public static final int PROXY_PORT = 3128;

    public static final String HOST_MAC = "02:77:00:00:00:10";
    public static final String ROUTER_MAC = "02:77:00:00:00:01";

    /** Servers everybody knows: they answer ping, DNS and HTTPS. */
    public static final List<String> PUBLIC = List.of("1.1.1.1", "8.8.8.8", "9.9.9.9",
        "2606:4700:4700::1111", "2001:4860:4860::8888", "2620:fe::fe");
    /** The one that the home router asks. */
    public static final String ROUTERS_RESOLVER = "9.9.9.9";
    public static final String CHECK_HOST = "detect.example.net";
    public static final List<String> SITES = List.of("example.com", "example.org", "example.net");

    private static final Map<String, List<InetAddress>> ZONE = new LinkedHashMap<>();

    static {
        ZONE.put("example.com", addresses("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"));
        ZONE.put("example.org", addresses("93.184.216.15", "2606:2800:220::15"));
        ZONE.put("example.net", addresses("96.7.128.175", "2600:1408:ec00::175"));
        ZONE.put(CHECK_HOST, addresses("23.52.0.80", "2600:1408:7::80"));
    }

    private Plan() {
    }

    /** What the lab's DNS knows. */
    public static Map<String, List<InetAddress>> zone() {
        return ZONE;
    }

    public static List<InetAddress> addressesOf(String name) {
        return ZONE.get(name);
    }

    /** The IPv4 and the IPv6 address of a site, as text. */
    public static List<String> literals(String name) {
        return ZONE.get(name).stream().map(InetAddress::getHostAddress).toList();
    }

    public static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private static List<InetAddress> addresses(String... literals) {
        return List.of(literals).stream().map(InetAddress::ofLiteral).toList();
    }
}
