package org.faultline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.faultline.diagnosis.Comparison;
import org.faultline.model.ChangedFact;
import org.faultline.model.ChangedFact.Topic;
import org.faultline.model.Observation;
import org.faultline.model.Report;

/**
 * What is different between two runs: how the stages came out, and the facts of the machine and its network.
 *
 * @param diagnosis stages and findings, before and after; nothing where the two asked for different things
 * @param facts     by topic, what is gone and what came
 * @param hidden    topics of which a redaction hides something, so that not all of them could be compared
 */
public record Changes(Report before, Report after, Comparison diagnosis, List<ChangedFact> facts, List<Topic> hidden) {

    private static final Comparison ASKED_OTHERWISE = new Comparison(List.of(), List.of(), List.of());

    public Changes {
        facts = List.copyOf(facts);
        hidden = List.copyOf(hidden);
    }

    public static Changes between(Report before, Report after) {
        boolean same = asked(before).equals(asked(after));
        boolean redacted = before.redacted() || after.redacted();
        Report shownBefore = redacted ? redacted(before) : before;
        Report shownAfter = redacted ? redacted(after) : after;
        boolean programs = new ServiceFacts(before).namesPrograms() && new ServiceFacts(after).namesPrograms();
        List<ChangedFact> facts = new ArrayList<>();
        List<Topic> hidden = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            SortedSet<String> was = stated(topic, shownBefore, programs);
            SortedSet<String> is = stated(topic, shownAfter, programs);
            if (comparable(topic, was, is) && looked(topic, before) && looked(topic, after) && (same || !topic.ofService())) {
                Difference difference = redacted ? Difference.ofRedacted(was, is) : Difference.of(was, is);
                if (!difference.none()) {
                    facts.add(new ChangedFact(topic, difference.gone(), difference.came()));
                }
                if (difference.hidden()) {
                    hidden.add(topic);
                }
            }
        }
        Comparison diagnosis = same ? Comparison.of(before.diagnosis(), after.diagnosis()) : ASKED_OTHERWISE;
        return new Changes(before, after, diagnosis, facts, hidden);
    }

    private static Report redacted(Report report) {
        return report.redacted() ? report : Redaction.of(report).report();
    }

    /** What a run wanted to know; where two wanted to know something else, their verdicts are not better or worse than each other. */
    private static List<String> asked(Report report) {
        return Stream.concat(Stream.of(RunKind.of(report).id()), RunKind.service(report).stream()).toList();
    }

    /** Whether both asked the same, so that their verdicts can be compared. */
    public boolean askedTheSame() {
        return asked(before).equals(asked(after));
    }

    /** What one of the two runs did not look at has not changed for that. */
    private static boolean comparable(Topic topic, SortedSet<String> was, SortedSet<String> is) {
        return switch (topic) {
            case GATEWAY_MAC, HOSTS_FILE, SERVICE_NAME, SERVICE_SPEECH -> !was.isEmpty() && !is.isEmpty();
            case INTERFACE, ADDRESS, GATEWAY, ROUTE, RESOLVER, SEARCH, PROXY, WIRELESS, LOOPBACK, LISTENER, SERVICE_LISTENER -> true;
        };
    }

    /** Nobody listening is a fact only where the table of those who listen was read. */
    private static boolean looked(Topic topic, Report report) {
        return switch (topic) {
            case LISTENER -> seen(report, "listener").anyMatch(seen -> seen.target().equals("table") && seen.passed());
            case SERVICE_LISTENER -> new ServiceFacts(report).looked();
            case INTERFACE, ADDRESS, GATEWAY, GATEWAY_MAC, ROUTE, RESOLVER, SEARCH, PROXY, WIRELESS, HOSTS_FILE, LOOPBACK, SERVICE_NAME, SERVICE_SPEECH -> true;
        };
    }

    private static Stream<Observation> seen(Report report, String probe) {
        return report.observations().stream().filter(seen -> seen.probe().equals(probe));
    }

    public boolean none() {
        return facts.isEmpty() && diagnosis.gone().isEmpty() && diagnosis.came().isEmpty()
            && diagnosis.stages().stream().allMatch(stage -> stage.before() == stage.after());
    }

    /** @param programs whether both runs could see which program listens */
    private static SortedSet<String> stated(Topic topic, Report report, boolean programs) {
        SortedSet<String> facts = new TreeSet<>();
        ServiceFacts service = new ServiceFacts(report);
        Map<String, Object> machine = report.machine();
        switch (topic) {
            case INTERFACE -> links(machine, false, (name, link) -> facts.add(name + " " + (Boolean.TRUE.equals(link.get("up")) ? "up" : "down")
                + (Boolean.FALSE.equals(link.get("carrier")) ? ", no carrier" : "") + ", MTU " + link.get("mtu")));
            case ADDRESS -> links(machine, false, (name, link) -> list(link.get("addresses")).forEach(address -> facts.add(name + " " + Shown.address(address.toString()))));
            case WIRELESS -> links(machine, false, (name, link) -> list(link.get("ssid")).forEach(ssid -> facts.add(name + " " + ssid)));
            case LOOPBACK -> links(machine, true, (name, link) -> facts.add(name + " " + (Boolean.TRUE.equals(link.get("up")) ? "up" : "down") + ", MTU "
                + link.get("mtu") + ", " + link.get("addresses")));
            case GATEWAY -> routes(machine, true, (route, gateway) -> facts.add(Shown.address(gateway) + " (" + route.get("interface") + ")"));
            case GATEWAY_MAC -> routes(machine, true, (route, gateway) -> list(route.get("gatewayMac")).forEach(mac -> facts.add(Shown.address(gateway) + " " + mac)));
            case ROUTE -> routes(machine, false, (route, gateway) -> facts.add(Shown.address(route.get("destination").toString())
                + (gateway.isEmpty() ? "" : " via " + Shown.address(gateway)) + " dev " + route.get("interface") + " metric " + route.get("metric")));
            case RESOLVER -> list(machine.get("resolvers")).forEach(each -> facts.add(Shown.address(each.toString())));
            case SEARCH -> list(machine.get("search")).forEach(each -> facts.add(each.toString()));
            case PROXY -> list(machine.get("proxies")).forEach(each -> facts.add(each.toString()));
            case HOSTS_FILE -> list(machine.get("hostsFile")).filter(Map.class::isInstance).map(file -> (Map<?, ?>) file)
                .forEach(file -> facts.add(file.get("bytes") + " bytes, digest " + file.get("digest")));
            case LISTENER -> seen(report, "listener").filter(PortRow::isListener).forEach(seen -> facts.add(seen.target()));
            case SERVICE_NAME -> service.addresses().forEach(facts::add);
            case SERVICE_LISTENER -> service.listeners(programs).forEach(facts::add);
            case SERVICE_SPEECH -> service.speech().forEach(facts::add);
        }
        return facts;
    }

    private static void links(Map<String, Object> machine, boolean loopback, BiConsumer<String, Map<?, ?>> take) {
        maps(machine.get("interfaces")).filter(link -> "loopback".equals(link.get("kind")) == loopback).forEach(link -> take.accept(String.valueOf(link.get("name")), link));
    }

    private static void routes(Map<String, Object> machine, boolean defaults, BiConsumer<Map<?, ?>, String> take) {
        maps(machine.get("routes")).filter(route -> route.get("destination") instanceof String to && (!defaults || to.endsWith("/0")))
            .filter(route -> !defaults || route.get("gateway") instanceof String)
            .forEach(route -> take.accept(route, route.get("gateway") instanceof String gateway ? withoutZone(gateway) : ""));
    }

    /** The number of an adapter, which another start gives anew; its name stands beside it. */
    private static String withoutZone(String address) {
        return address.replaceFirst("%.*", "");
    }

    /** A single value is a list of one, an absent one is empty. */
    private static Stream<Object> list(Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case List<?> items -> items.stream().map(Object.class::cast);
            case Object single -> Stream.of(single);
        };
    }

    private static Stream<Map<?, ?>> maps(Object value) {
        return list(value).filter(Map.class::isInstance).map(item -> (Map<?, ?>) item);
    }
}
