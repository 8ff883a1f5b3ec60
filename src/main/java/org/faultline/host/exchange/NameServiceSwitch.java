package org.faultline.host.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the C library looks host names up, and in which order: the {@code hosts} line of nsswitch.conf(5).
 *
 * @param hosts empty if there is no such line; the library then uses its built-in order {@code files dns}
 */
public record NameServiceSwitch(List<Service> hosts) {

    private static final int MOST_SERVICES = 50;
    private static final Pattern ITEM = Pattern.compile("\\[([^\\[\\]]*)\\]?|([^\\s\\[\\]]+)");

    public enum Status { SUCCESS, NOTFOUND, UNAVAIL, TRYAGAIN }

    /**
     * @param name    such as {@code files}, {@code dns}, {@code resolve}, {@code mdns4_minimal}
     * @param actions written behind it, in lower case: {@code NOTFOUND} to {@code return}
     */
    public record Service(String name, Map<Status, String> actions) {

        public Service {
            actions = Map.copyOf(actions);
        }

        /** Whether this answer ends the search: success does unless told otherwise, the others only if told so. */
        public boolean endsOn(Status status) {
            return actions.getOrDefault(status, status == Status.SUCCESS ? "return" : "continue").equals("return");
        }
    }

    public NameServiceSwitch {
        hosts = List.copyOf(hosts);
    }

    /** Never fails; of several {@code hosts} lines the last counts. */
    public static NameServiceSwitch parse(String text) {
        List<Service> hosts = List.of();
        for (String line : Lines.of(text, '#')) {
            String stripped = line.strip();
            if (stripped.toLowerCase(Locale.ROOT).startsWith("hosts:")) {
                hosts = services(stripped.substring("hosts:".length()));
            }
        }
        return new NameServiceSwitch(hosts);
    }

    public boolean has(String service) {
        return position(service).isPresent();
    }

    /** From 0. */
    public Optional<Integer> position(String service) {
        for (int at = 0; at < hosts.size(); at++) {
            if (hosts.get(at).name().equals(service)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static List<Service> services(String line) {
        List<Service> services = new ArrayList<>();
        for (Matcher item = ITEM.matcher(line); item.find() && services.size() < MOST_SERVICES;) {
            if (item.group(2) != null) {
                services.add(new Service(item.group(2), Map.of()));
            } else if (!services.isEmpty()) {
                Service last = services.removeLast();
                services.add(new Service(last.name(), actions(last.actions(), item.group(1))));
            }
        }
        return services;
    }

    /** {@code NOTFOUND=return}, {@code !UNAVAIL=return} for all the others; what is neither is passed over. */
    private static Map<Status, String> actions(Map<Status, String> before, String text) {
        Map<Status, String> actions = new EnumMap<>(Status.class);
        actions.putAll(before);
        for (String word : Lines.words(text)) {
            int equals = word.indexOf('=');
            boolean not = word.startsWith("!");
            String status = equals < 0 ? "" : word.substring(not ? 1 : 0, equals);
            for (Status each : Status.values()) {
                if (!status.isEmpty() && each.name().equalsIgnoreCase(status) != not && known(status)) {
                    actions.put(each, word.substring(equals + 1).toLowerCase(Locale.ROOT));
                }
            }
        }
        return actions;
    }

    private static boolean known(String status) {
        for (Status each : Status.values()) {
            if (each.name().equalsIgnoreCase(status)) {
                return true;
            }
        }
        return false;
    }
}
