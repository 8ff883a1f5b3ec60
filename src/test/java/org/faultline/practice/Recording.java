package org.faultline.practice;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.scenario.Scenario;

/** Makes the recording of an exercise from the scenario of the test suite behind it. */
record Recording(String id, String scenario) {

    /** Which scenario plays the exercise. */
    static final List<Recording> ALL = List.of(
        in("external", "captive-portal", "upstream-silent", "dns-unreachable", "icmp-filtered", "proxy-unreachable", "clock-wrong", "dns-not-configured",
            "path-mtu-black-hole", "upstream-loop", "tls-intercepted", "flows-refused", "dns-udp-blocked"),
        in("interface", "no-carrier", "adapter-disabled", "wifi-not-associated", "dhcp-failed", "link-errors", "address-duplicate", "netmask-too-wide"),
        in("gateway", "gateway-absent", "route-missing", "gateway-lossy", "gateway-slow", "gateway-impostor", "vpn-captured", "firewall-drops-input",
            "route-competing"),
        in("loopback-ipv4", "loopback-down", "localhost-wrong", "ports-exhausted"),
        List.of(new Recording("healthy", "external/healthy-home"))).stream().flatMap(List::stream).toList();

    private static List<Recording> in(String folder, String... ids) {
        return Stream.of(ids).map(id -> new Recording(id, folder + "/" + id)).toList();
    }

    /** Plays the scenario and keeps what the judgement rests on. */
    Report play() {
        Report report = Scenario.named(scenario).report();
        Set<Observation> used = new LinkedHashSet<>();
        report.diagnosis().stages().forEach(stage -> stage.path().forEach(step -> used.addAll(step.because())));
        report.diagnosis().findings().forEach(finding -> Stream.of(finding.because(), finding.against(), finding.notMeasured())
            .forEach((Collection<Observation> some) -> used.addAll(some)));
        Map<String, Object> machine = new HashMap<>(report.machine());
        machine.keySet().retainAll(Set.of("os", "hostname"));
        List<Observation> kept = report.observations().stream().filter(used::contains).toList();
        return new Report("0.1.0", report.started(), Duration.ofMillis(report.elapsed().toMillis()), machine, report.diagnosis(), kept);
    }
}
