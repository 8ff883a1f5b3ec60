package org.faultline.scenario;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faultline.model.Report;

/** What a scenario came to. Reports never change, so each scenario is played once a JVM, when somebody first asks, and not once a test. */
final class Played {

    private static final Map<Path, Played> ALL = Scenario.all().stream().collect(Collectors.toUnmodifiableMap(Scenario::file, Played::new));

    private final Scenario scenario;
    private Optional<Report> report = Optional.empty();

    private Played(Scenario scenario) {
        this.scenario = scenario;
    }

    static Report of(Scenario scenario) {
        return ALL.get(scenario.file()).report();
    }

    private synchronized Report report() {
        if (report.isEmpty()) {
            report = Optional.of(scenario.run());
        }
        return report.get();
    }
}
