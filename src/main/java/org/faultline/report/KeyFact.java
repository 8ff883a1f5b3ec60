package org.faultline.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Stage;

/** The one thing worth knowing of a stage: which address, which adapter, which router, how far away. */
final class KeyFact {

    /** Names under which probes leave times of answers; the fastest is shown. */
    private static final List<String> TIMES = List.of("medianMs", "rttMs", "connectMs");

    private final Report report;

    KeyFact(Report report) {
        this.report = report;
    }

    /** Empty where nothing is known. */
    String of(Stage stage) {
        return switch (stage) {
            case LOOPBACK_IPV4 -> timed("127.0.0.1", stage);
            case LOOPBACK_IPV6 -> timed("::1", stage);
            case INTERFACE -> adapter();
            case GATEWAY -> gateway().map(address -> timed(Shown.address(address), stage)).orElse("");
            case EXTERNAL -> fastest(stage).isPresent() ? timed("internet", stage) : "";
            case SERVICE -> service();
            case PORTS -> report.observations().stream().filter(seen -> seen.probe().equals("listener")).count() + " listeners";
        };
    }

    /** What was asked for, and how fast it answered. */
    private String service() {
        return report.observations().stream().filter(seen -> seen.probe().equals("service-target")).findFirst()
            .map(seen -> timed(seen.target(), Stage.SERVICE)).orElse("");
    }

    private String timed(String name, Stage stage) {
        OptionalDouble ms = fastest(stage);
        return ms.isPresent() ? name + "  " + Shown.milliseconds(ms.getAsDouble()) : name;
    }

    private OptionalDouble fastest(Stage stage) {
        return report.observations().stream().filter(seen -> seen.stage() == stage && seen.passed())
            .flatMap(KeyFact::times).mapToDouble(Number::doubleValue).min();
    }

    private static Stream<Number> times(Observation seen) {
        return TIMES.stream().flatMap(name -> seen.list(name).stream()).filter(Number.class::isInstance).map(Number.class::cast);
    }

    /** The adapter of the preferred default route; else the first one that is up and has an address. */
    private String adapter() {
        Optional<String> preferred = defaultRoute().map(route -> text(route, "interface"));
        List<Map<?, ?>> adapters = maps(report.machine().get("interfaces")).filter(link -> !"loopback".equals(link.get("kind"))).toList();
        return adapters.stream().filter(link -> preferred.filter(text(link, "name")::equals).isPresent()).findFirst()
            .or(() -> adapters.stream().filter(link -> Boolean.TRUE.equals(link.get("up"))).findFirst())
            .or(() -> adapters.stream().findFirst())
            .map(link -> text(link, "name") + "  " + firstAddress(link)).orElse("");
    }

    /** IPv4 first: that is the one people know. */
    private static String firstAddress(Map<?, ?> link) {
        List<String> addresses = link.get("addresses") instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
        return addresses.stream().filter(address -> address.indexOf(':') < 0).findFirst()
            .or(() -> addresses.stream().findFirst()).map(Shown::address).orElse("no address");
    }

    private Optional<String> gateway() {
        return defaultRoute().map(route -> text(route, "gateway")).filter(address -> !address.isEmpty());
    }

    /** IPv4 before IPv6, then by metric; the order in which they are listed decides between equals. */
    private Optional<Map<?, ?>> defaultRoute() {
        return Stream.of("0.0.0.0/0", "/0").flatMap(ending -> maps(report.machine().get("routes"))
            .filter(route -> text(route, "destination").endsWith(ending) && "unicast".equals(text(route, "type")))
            .sorted((one, other) -> Double.compare(metric(one), metric(other)))).findFirst();
    }

    private static double metric(Map<?, ?> route) {
        return route.get("metric") instanceof Number metric ? metric.doubleValue() : 0;
    }

    private static Stream<Map<?, ?>> maps(Object list) {
        return list instanceof List<?> items
            ? items.stream().filter(Map.class::isInstance).map(item -> (Map<?, ?>) item) : Stream.empty();
    }

    private static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : "";
    }
}
