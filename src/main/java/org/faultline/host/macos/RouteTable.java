package org.faultline.host.macos;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faultline.host.NetworkState.Route;
import org.faultline.host.Prefix;
import org.faultline.host.exchange.Literals;

/**
 * Reads the routes from what macOS's {@code netstat -rn} prints (netstat(1)). Left out: neighbours that it lists as routes, and
 * defaults bound to one interface (flag I), which ordinary programs never use.
 */
final class RouteTable {

    private static final Pattern ROW = Pattern.compile("^(\\S+)\\s+(\\S+)\\s+([A-Za-z0-9]+)\\s+([a-z]+[0-9]+)\\b.*$");
    private static final int MAIN_TABLE = 254;

    private RouteTable() { }

    static List<Route> parse(String text) {
        List<Route> found = new ArrayList<>();
        boolean v6 = false;
        for (String line : text.lines().toList()) {
            v6 = line.startsWith("Internet6") || v6 && !line.startsWith("Internet:");
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                route(row, v6).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Route> route(Matcher row, boolean v6) {
        String flags = row.group(3);
        boolean neighbour = flags.contains("L") || flags.contains("W");
        boolean boundDefault = row.group(1).equals("default") && flags.contains("I");
        if (neighbour || boundDefault) {
            return Optional.empty();
        }
        String type = flags.contains("B") ? "blackhole" : flags.contains("R") ? "unreachable" : "unicast";
        Optional<InetAddress> gateway = flags.contains("G") ? Literals.address(row.group(2)) : Optional.empty();
        return destination(row.group(1), v6).map(prefix ->
            new Route(prefix, type, MAIN_TABLE, gateway, type.equals("unicast") ? row.group(4) : "", 0, false, "unknown"));
    }

    /** {@code default}, {@code 127} for 127.0.0.0/8, {@code 192.168.1}, {@code 224.0.0/4}, {@code fe80::%en0/64}. */
    static Optional<Prefix> destination(String text, boolean v6) {
        if (text.equals("default")) {
            return destination(v6 ? "::/0" : "0.0.0.0/0", v6);
        }
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        int parts = address.split("\\.", -1).length;
        String whole = v6 ? address : address + ".0".repeat(Math.max(0, 4 - parts));
        int usual = v6 ? 128 : Math.min(32, parts * 8);
        int length = slash < 0 ? usual : number(text.substring(slash + 1));
        return Literals.address(whole).filter(it -> (it.getAddress().length == 16) == v6 && length >= 0
            && length <= it.getAddress().length * 8)
            .map(it -> Prefix.of(it, length));
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }
}
