package org.faultline.host.windows;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.exchange.Literals;

/**
 * Reads what {@code arp -a} prints on Windows. Its words are translated, so only figures are read: the interface's number behind
 * {@code ---}, address and hardware address. Whether the neighbour answered lately is not told: {@code stale}.
 */
final class ArpTable {

    private static final Pattern INTERFACE = Pattern.compile("--- 0x([0-9a-fA-F]{1,8})\\s*$");
    private static final Pattern ROW = Pattern.compile("^\\s+(\\S+)\\s+((?:[0-9a-fA-F]{2}-){5}[0-9a-fA-F]{2})\\s");

    private ArpTable() { }

    /** @param nameOf links by index; neighbours on others are left out, and so are broadcast and multicast */
    static List<Neighbour> parse(String text, Map<Integer, String> nameOf) {
        List<Neighbour> found = new ArrayList<>();
        Optional<String> link = Optional.empty();
        for (String line : text.lines().toList()) {
            Matcher head = INTERFACE.matcher(line);
            Matcher row = ROW.matcher(line);
            if (head.find()) {
                link = Optional.ofNullable(nameOf.get((int) Long.parseLong(head.group(1), 16)));
            } else if (row.find() && link.isPresent()) {
                String mac = row.group(2).toLowerCase(Locale.ROOT).replace('-', ':');
                Optional<InetAddress> address = Literals.address(row.group(1));
                boolean group = (Integer.parseInt(mac, 0, 2, 16) & 1) == 1;
                if (address.isPresent() && !group) {
                    found.add(new Neighbour(address.get(), link.get(), "stale", mac, false));
                }
            }
        }
        return found;
    }
}
