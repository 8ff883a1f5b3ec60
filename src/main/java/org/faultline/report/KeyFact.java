package org.faultline.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;

/** The one thing worth knowing of a stage: which address, which adapter, which router, how far away. */
public final class KeyFact {

    private static final Place NOWHERE = new Place("", "", "");

    private final Map<String, Object> machine;
    private final List<Observation> observations;
    private final Words words;

    /** @param machine as in {@link Report#machine()}; may be empty */
    public KeyFact(Map<String, Object> machine, List<Observation> observations, Words words) {
        this.words = words;
        this.machine = machine;
        this.observations = observations;
    }

    KeyFact(Report report, Words words) {
        this(report.machine(), report.observations(), words);
    }

    /**
     * @param name    of the place: an address or an adapter; empty where nothing is known
     * @param address of the adapter; empty elsewhere
     * @param time    of the quickest answer, as people read it; empty without one
     */
    public record Place(String name, String address, String time) {

        /** Without its time: where a stage failed or was not judged, something that answered all the same would speak for what did not. */
        public Place untimed() {
            return new Place(name, address, "");
        }
    }

    /** What is known of the place at this stage. */
    public Place at(Stage stage) {
        return switch (stage) {
            case LOOPBACK_IPV4 -> new Place("127.0.0.1", "", time(stage));
            case LOOPBACK_IPV6 -> new Place("::1", "", time(stage));
            case INTERFACE -> adapter().map(link -> new Place(text(link, "name"), firstAddress(link).orElse(""), "")).orElse(NOWHERE);
            case GATEWAY -> gateway().map(address -> new Place(Shown.address(address), "", timeOf(address))).orElse(NOWHERE);
            case EXTERNAL -> new Place("", "", time(stage));
            case SERVICE -> service().map(target -> new Place(target, "", time(stage))).orElse(NOWHERE);
            case PORTS -> NOWHERE;
        };
    }

    /** What was asked for. */
    private Optional<String> service() {
        return observations.stream().filter(seen -> seen.probe().equals("service-target")).map(Observation::target).findFirst();
    }

    /** In one line; empty where nothing is known. */
    String of(StageResult result, Texts labels) {
        Stage stage = result.stage();
        Place place = result.status() == StageStatus.FAULT ? at(stage).untimed() : at(stage);
        return switch (stage) {
            case LOOPBACK_IPV4, LOOPBACK_IPV6, GATEWAY, SERVICE -> (place.name() + "  " + place.time()).strip();
            case INTERFACE -> place.equals(NOWHERE) ? "" : place.name() + "  " + (place.address().isEmpty() ? labels.get("path.noAddress") : place.address());
            case EXTERNAL -> place.time().isEmpty() ? "" : labels.get("path.internet") + "  " + place.time();
            case PORTS -> listeners(observations.stream().filter(PortRow::isListener).count(), labels);
        };
    }

    private static String listeners(long count, Texts labels) {
        return count == 1 ? labels.get("path.listener") : labels.get("path.listeners", count);
    }

    private String time(Stage stage) {
        return time(observations, stage);
    }

    /** Of this gateway's own answers: the one of the other family, or of another link, is another machine's. */
    private String timeOf(String gateway) {
        return time(observations.stream().filter(seen -> unscoped(seen.target()).equals(unscoped(gateway))).toList(), Stage.GATEWAY);
    }

    private static String unscoped(String address) {
        return address.replaceAll("%.*", "");
    }

    private String time(List<Observation> seen, Stage stage) {
        OptionalDouble ms = Measured.fastest(seen, stage);
        return ms.isPresent() ? Shown.milliseconds(ms.getAsDouble(), words) : "";
    }

    /** The adapter of the preferred default route; else the first one that is up and has an address. */
    private Optional<Map<?, ?>> adapter() {
        Optional<String> preferred = defaultRoute().map(route -> text(route, "interface"));
        List<Map<?, ?>> adapters = maps(machine.get("interfaces")).filter(link -> !"loopback".equals(link.get("kind"))).toList();
        return adapters.stream().filter(link -> preferred.filter(text(link, "name")::equals).isPresent()).findFirst()
            .or(() -> adapters.stream().filter(link -> Boolean.TRUE.equals(link.get("up"))).findFirst())
            .or(() -> adapters.stream().findFirst());
    }

    /** IPv4 first: that is the one people know. */
    private static Optional<String> firstAddress(Map<?, ?> link) {
        List<String> addresses = link.get("addresses") instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
        return addresses.stream().filter(address -> address.indexOf(':') < 0).findFirst()
            .or(() -> addresses.stream().findFirst()).map(Shown::address);
    }

    private Optional<String> gateway() {
        return defaultRoute().map(route -> text(route, "gateway")).filter(address -> !address.isEmpty());
    }

    /** IPv4 before IPv6, then by metric; the order in which they are listed decides between equals. */
    private Optional<Map<?, ?>> defaultRoute() {
        return Stream.of("0.0.0.0/0", "/0").flatMap(ending -> maps(machine.get("routes"))
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
