package org.faultline.report.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names of hosts, domains, users and adapters say something about their owner. */
final class Names {

    /** What the program itself asks for on every computer, and names that stand for no one in particular. */
    private static final Set<String> WELL_KNOWN = Set.of("localhost", "localhost.localdomain", "localhost4", "localhost6", "ip6-localhost",
        "ip6-loopback", "broadcasthost", "wpad", "example.com", "www.example.com", "example.org", "www.example.org", "example.net",
        "www.example.net", "wikipedia.org", "www.wikipedia.org", "www.mozilla.org", "mozilla.org", "connectivitycheck.gstatic.com",
        "captive.apple.com", "www.msftconnecttest.com", "detectportal.firefox.com", "dns.google", "one.one.one.one", "dns.quad9.net");

    /** Names that should not exist, made up anew for each run. */
    private static final Pattern MADE_UP = Pattern.compile("faultline-[0-9a-f]{16}(\\.[a-z]{2,})?");

    /** Endings that thousands of networks share (RFC 6762, RFC 8375, makers of routers). */
    private static final List<String> SHARED_ENDINGS = List.of("lan", "local", "localdomain", "home", "home.arpa", "internal", "intranet",
        "private", "fritz.box", "box", "speedport.ip", "in-addr.arpa", "ip6.arpa", "arpa");

    /** Accounts that every system has. */
    private static final Set<String> EVERYBODYS_USERS = Set.of("root", "nobody", "admin", "administrator", "user", "guest", "system",
        "daemon", "local service", "network service");

    /** As Linux, macOS and Windows name adapters by themselves; {@code enx…} and {@code wlx…} hold a MAC address and are not among them. */
    private static final Pattern USUAL_ADAPTER = Pattern.compile("(lo|eth|en|wlan|wwan|tun|tap|wg|ppp|br|docker|virbr|vmnet|utun|bond|team|usb"
        + "|ib|sit|gre|tailscale|awdl|llw|bridge|gif|stf|anpi|ap|dummy|ifb|vlan|lxcbr|lxdbr|cni|flannel|podman|vboxnet|vnet|rmnet)\\d{0,5}([.:]\\d{1,4})?"
        + "|(en|wl|ww|sl|ib)(o\\d+|s\\d+|p\\d+s\\d+)((f|d|np|u|i|c|n)\\d+){0,9}|br-[0-9a-f]{12}|veth[0-9a-f]{1,8}"
        + "|(?i:ethernet|wi-?fi|wlan|vethernet|local area connection|lan-verbindung|loopback pseudo-interface|bluetooth network connection)[ *#]*\\d*");

    private Names() { }

    static boolean isOpen(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.isEmpty() || WELL_KNOWN.contains(lower) || MADE_UP.matcher(lower).matches()
            || lower.startsWith("wpad.") && SHARED_ENDINGS.contains(lower.substring("wpad.".length()));
    }

    static boolean isOpenDomain(String name) {
        return isOpen(name) || SHARED_ENDINGS.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isEverybodysUser(String name) {
        return name.isEmpty() || EVERYBODYS_USERS.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isUsualAdapter(String name) {
        return name.isEmpty() || USUAL_ADAPTER.matcher(name).matches();
    }

    /** How much at the end of a name is a shared ending, its dot included; 0 where none is. */
    static int sharedEnding(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SHARED_ENDINGS.stream().map(ending -> "." + ending).filter(lower::endsWith).mapToInt(String::length).max().orElse(0);
    }
}
