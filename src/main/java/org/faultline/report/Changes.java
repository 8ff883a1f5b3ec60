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
import org.faultline.model.Report;

/**
 * What is different between two runs: how the stages came out, and the facts of the machine and its network.
 *
 * @param diagnosis stages and findings, before and after
 * @param facts     by topic, what is gone and what came
 */
public record Changes(Report before, Report after, Comparison diagnosis, List<Fact> facts) {

    public Changes {
        facts = List.copyOf(facts);
    }

    public enum Topic {
        INTERFACE, ADDRESS, GATEWAY, GATEWAY_MAC, ROUTE, RESOLVER, SEARCH, PROXY, WIRELESS, HOSTS_FILE, LISTENER, LOOPBACK;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param gone what was there before only; @param came what is there after only */
    public record Fact(Topic topic, List<String> gone, List<String> came) { }

    public static Changes between(Report before, Report after) {
        List<Fact> facts = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            SortedSet<String> was = stated(topic, before);
            SortedSet<String> is = stated(topic, after);
            List<String> gone = was.stream().filter(fact -> !is.contains(fact)).toList();
            List<String> came = is.stream().filter(fact -> !was.contains(fact)).toList();
            if (!(gone.isEmpty() && came.isEmpty()) && comparable(topic, was, is)) {
                facts.add(new Fact(topic, gone, came));
            }
        }
        return new Changes(before, after, Comparison.of(before.diagnosis(), after.diagnosis()), facts);
    }

    /** What one of the two runs did not look at has not changed for that. */
    private static boolean comparable(Topic topic, SortedSet<String> was, SortedSet<String> is) {
        return switch (topic) {
            case GATEWAY_MAC, HOSTS_FILE, LISTENER -> !was.isEmpty() && !is.isEmpty();
            case INTERFACE, ADDRESS, GATEWAY, ROUTE, RESOLVER, SEARCH, PROXY, WIRELESS, LOOPBACK -> true;
        };
    }

    public boolean none() {
        return facts.isEmpty() && diagnosis.gone().isEmpty() && diagnosis.came().isEmpty()
            && diagnosis.stages().stream().allMatch(stage -> stage.before() == stage.after());
    }

    private static SortedSet<String> stated(Topic topic, Report report) {
        SortedSet<String> facts = new TreeSet<>();
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
            case LISTENER -> report.observations().stream().filter(seen -> seen.probe().equals("listener")).forEach(seen -> facts.add(seen.target()));
        }
        return facts;
    }

    private static void links(Map<String, Object> machine, boolean loopback, BiConsumer<String, Map<?, ?>> take) {
        maps(machine.get("interfaces")).filter(link -> "loopback".equals(link.get("kind")) == loopback).forEach(link -> take.accept(String.valueOf(link.get("name")), link));
    }

    private static void routes(Map<String, Object> machine, boolean defaults, BiConsumer<Map<?, ?>, String> take) {
        maps(machine.get("routes")).filter(route -> route.get("destination") instanceof String to && (!defaults || to.endsWith("/0")))
            .filter(route -> !defaults || route.get("gateway") instanceof String)
            .forEach(route -> take.accept(route, route.get("gateway") instanceof String gateway ? gateway : ""));
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
