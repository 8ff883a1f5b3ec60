package org.faultline.host.macos;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faultline.host.ProxySetting;
import org.faultline.host.Resolvers;
import org.faultline.host.exchange.Literals;
import org.faultline.host.exchange.ProxyText;

/** Reads what {@code scutil --dns} and {@code scutil --proxy} print (scutil(8)). */
final class Scutil {

    private static final Pattern SERVER = Pattern.compile("^\\s+nameserver\\[\\d+\\] : (\\S+)\\s*$");
    private static final Pattern SEARCH = Pattern.compile("^\\s+search domain\\[\\d+\\] : (\\S+)\\s*$");
    private static final Pattern PROXY = Pattern.compile("^\\s+(\\w+) : (.+)$");
    private static final int DNS_PORT = 53;
    private static final int MOST = 100;

    private Scutil() { }

    /** Of the first resolver, which every ordinary look-up asks; those for one domain or one interface are left out. */
    static Resolvers dns(String text, ToIntFunction<String> indexOf) {
        List<InetSocketAddress> servers = new ArrayList<>();
        List<String> search = new ArrayList<>();
        int resolver = 0;
        for (String line : text.lines().toList()) {
            resolver += line.startsWith("resolver #") ? 1 : 0;
            Matcher server = SERVER.matcher(line);
            Matcher domain = SEARCH.matcher(line);
            if (resolver == 1 && server.matches() && servers.size() < MOST) {
                String written = server.group(1);
                Optional<InetAddress> address = Literals.address(written);
                address.ifPresent(it -> servers.add(new InetSocketAddress(scoped(it, written, indexOf), DNS_PORT)));
            } else if (resolver == 1 && domain.matches() && search.size() < MOST) {
                search.add(domain.group(1));
            }
        }
        return new Resolvers(servers, search);
    }

    private static InetAddress scoped(InetAddress address, String written, ToIntFunction<String> indexOf) {
        String zone = Literals.zone(written);
        return zone.isEmpty() ? address : Literals.withScope(address, indexOf.applyAsInt(zone));
    }

    static List<ProxySetting> proxies(String text) {
        Map<String, String> values = new HashMap<>();
        List<String> exceptions = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher match = PROXY.matcher(line);
            if (match.matches() && match.group(1).matches("\\d+") && exceptions.size() < MOST) {
                exceptions.add(match.group(2).strip());
            } else if (match.matches()) {
                values.put(match.group(1), match.group(2).strip());
            }
        }
        List<ProxySetting> found = new ArrayList<>();
        for (String scheme : List.of("HTTP", "HTTPS")) {
            if (values.getOrDefault(scheme + "Enable", "0").equals("1") && values.containsKey(scheme + "Proxy")) {
                String port = Optional.ofNullable(values.get(scheme + "Port")).map(it -> ":" + it).orElse("");
                found.add(ProxyText.setting(scheme.toLowerCase(Locale.ROOT), values.get(scheme + "Proxy") + port, "desktop macOS",
                    exceptions));
            }
        }
        if (values.getOrDefault("ProxyAutoConfigEnable", "0").equals("1")) {
            found.addAll(ProxyText.script(values.getOrDefault("ProxyAutoConfigURLString", ""), "desktop macOS"));
        }
        return List.copyOf(found);
    }
}
