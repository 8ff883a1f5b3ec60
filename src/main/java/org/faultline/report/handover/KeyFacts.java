package org.faultline.report.handover;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.model.Report;

/** The few facts of a machine that every helpdesk asks for first: adapter, address, router, name server. */
final class KeyFacts {

    private KeyFacts() { }

    static Map<String, String> of(Report report) {
        Map<String, String> facts = new LinkedHashMap<>();
        Optional<Map<?, ?>> route = maps(report.machine().get("routes")).filter(each -> text(each, "destination").equals("0.0.0.0/0"))
            .min((one, other) -> Double.compare(metric(one), metric(other)));
        String preferred = route.map(each -> text(each, "interface")).orElse("");
        maps(report.machine().get("interfaces")).filter(link -> !"loopback".equals(link.get("kind")))
            .filter(link -> preferred.isEmpty() ? Boolean.TRUE.equals(link.get("up")) : text(link, "name").equals(preferred)).findFirst().ifPresent(link -> {
                facts.put("interface", text(link, "name"));
                addresses(link).filter(address -> address.indexOf(':') < 0).findFirst().or(() -> addresses(link).findFirst())
                    .ifPresent(address -> facts.put("address", address));
            });
        route.map(each -> text(each, "gateway")).filter(gateway -> !gateway.isEmpty()).ifPresent(gateway -> facts.put("gateway", gateway));
        list(report.machine().get("resolvers")).findFirst().ifPresent(resolver -> facts.put("resolver", resolver.toString()));
        return facts;
    }

    /** The same facts as a machine that has nothing else. */
    static Map<String, Object> machine(Map<String, String> facts, String os) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("os", os);
        Optional<String> name = Optional.ofNullable(facts.get("interface"));
        Optional<String> address = Optional.ofNullable(facts.get("address"));
        machine.put("interfaces", name.map(link -> List.of(Map.of("name", link, "addresses", address.stream().toList()))).orElse(List.of()));
        machine.put("routes", Optional.ofNullable(facts.get("gateway")).map(gateway -> List.of(Map.of("destination", "0.0.0.0/0", "type", "unicast",
            "gateway", gateway, "interface", name.orElse("")))).orElse(List.of()));
        machine.put("resolvers", Optional.ofNullable(facts.get("resolver")).stream().toList());
        return machine;
    }

    private static Stream<Object> list(Object value) {
        return value instanceof List<?> items ? items.stream().map(Object.class::cast) : Stream.empty();
    }

    private static Stream<Map<?, ?>> maps(Object value) {
        return list(value).filter(Map.class::isInstance).map(item -> (Map<?, ?>) item);
    }

    private static Stream<String> addresses(Map<?, ?> link) {
        return list(link.get("addresses")).map(Object::toString);
    }

    private static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : "";
    }

    private static double metric(Map<?, ?> route) {
        return route.get("metric") instanceof Number metric ? metric.doubleValue() : 0;
    }
}
