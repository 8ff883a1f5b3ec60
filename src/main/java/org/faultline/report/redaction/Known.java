package org.faultline.report.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faultline.model.ChangedFact;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Report;

/**
 * The private words that a report names in fields of their own. No pattern could find them in a sentence ("Anna's laptop is slow"),
 * but once they are known, every other text is searched for them.
 */
record Known(Set<String> networks, Set<String> hosts, Set<String> users, Set<String> domains, Set<String> adapters, Set<String> macs) {

    private static final Pattern HOME = Pattern.compile("(?:/home/|/Users/|(?i:[A-Z]:\\\\Users\\\\))([^/\\\\\\s:\"']+)");
    private static final Pattern MAC = Pattern.compile("(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}");

    /**
     * As {@code org.faultline.report.Changes} states them: {@code eth0 up, MTU 1500}, {@code wlan0 Home}, {@code 10.0.0.1 (eth0)}, {@code 10.0.0.0/8 dev eth0 metric 0}.
     * An adapter may be called {@code Dial up office} or {@code my dev box}: only what stands before and behind its name ends it.
     */
    private static final Pattern UP_OR_DOWN = Pattern.compile("(?s)(.+) (?:up|down)(?:, no carrier)?, MTU .*");
    private static final Pattern ADAPTER = Pattern.compile("(?s)(\\S+) .+");
    private static final Pattern NETWORK = Pattern.compile("(?s)\\S+ (.+)");
    private static final Pattern IN_BRACKETS = Pattern.compile("(?s).* \\((.+)\\)");
    private static final Pattern DEVICE = Pattern.compile("(?s).+? dev (.+) metric .*");

    private Known() {
        this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    static Known of(Report report) {
        Known known = new Known();
        report.machine().forEach(known::field);
        report.observations().stream().map(Observation::values).forEach(values -> values.forEach(known::field));
        report.diagnosis().findings().stream().map(Finding::facts).forEach(facts -> facts.forEach(known::field));
        report.observations().forEach(seen -> known.free(seen.target() + " " + seen.detail()));
        report.conversation().notes().forEach(note -> known.free(note.text()));
        report.sinceHealthy().ifPresent(changed -> changed.facts().forEach(known::fact));
        return known;
    }

    private void field(String name, Object value) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, inner) -> field(key.equals("name") && name.equals("interfaces") ? "interface" : key.toString(), inner));
            case Collection<?> list -> list.forEach(inner -> field(name, inner));
            case String text -> text(name, text);
            default -> { }
        }
    }

    /** Of another network, perhaps, whose names stand nowhere else in the report. */
    private void fact(ChangedFact fact) {
        Stream.concat(fact.gone().stream(), fact.came().stream()).forEach(text -> {
            switch (fact.topic()) {
                case INTERFACE, LOOPBACK -> named(UP_OR_DOWN, text).ifPresent(this::adapter);
                case ADDRESS -> adapter(text.substring(0, Math.max(0, text.lastIndexOf(' '))));
                case WIRELESS -> {
                    named(ADAPTER, text).ifPresent(this::adapter);
                    named(NETWORK, text).ifPresent(network -> add(networks, network));
                }
                case GATEWAY -> named(IN_BRACKETS, text).ifPresent(this::adapter);
                case ROUTE -> named(DEVICE, text).ifPresent(this::adapter);
                case SEARCH -> domain(text);
                case GATEWAY_MAC, RESOLVER, PROXY, HOSTS_FILE, LISTENER, SERVICE_NAME, SERVICE_LISTENER, SERVICE_SPEECH -> { }
            }
            free(text);
        });
    }

    private static Optional<String> named(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::matches).map(found -> found.group(1));
    }

    private void text(String name, String text) {
        switch (Fields.of(name)) {
            case SSID -> add(networks, text);
            case HOST -> host(text);
            case USER -> user(text);
            case DOMAIN -> domain(text);
            case INTERFACE -> adapter(text);
            case WORD, TEXT, METHOD, NAME, WHOLE -> { }
        }
        free(text);
    }

    private void host(String name) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            domain(name.substring(dot + 1));
        }
        String label = dot > 0 ? name.substring(0, dot) : name;
        if (!Names.isOpen(label)) {
            add(hosts, label);
        }
    }

    private void user(String name) {
        String plain = name.substring(name.lastIndexOf('\\') + 1);
        if (!Names.isEverybodysUser(plain)) {
            add(users, plain);
        }
    }

    private void domain(String name) {
        if (!Names.isOpenDomain(name)) {
            add(domains, name.replaceAll("^\\.|\\.$", ""));
        }
    }

    private void adapter(String name) {
        if (!Names.isUsualAdapter(name)) {
            add(adapters, name);
        }
    }

    private void free(String text) {
        Matcher home = HOME.matcher(text);
        while (home.find()) {
            user(home.group(1));
        }
        Matcher mac = MAC.matcher(text);
        while (mac.find()) {
            add(macs, mac.group());
        }
        Labels.in(text).forEach(label -> add(hosts, label));
    }

    private static void add(Set<String> words, String word) {
        if (!word.isBlank()) {
            words.add(word.strip());
        }
    }

    /** All of these as they may stand in a text: longest first, so that no part of one is taken for another; nothing where there is none. */
    static List<String> longestFirst(Collection<String> words) {
        List<String> sorted = new ArrayList<>(words);
        sorted.sort((one, other) -> other.length() - one.length());
        return sorted;
    }
}
