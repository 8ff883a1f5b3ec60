package org.faultline.alert;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.faultline.fake.World;
import org.faultline.model.Finding;
import org.faultline.model.Report;
import org.faultline.run.watch.Change;
import org.faultline.run.watch.Incident;
import org.faultline.run.watch.Moment;
import org.faultline.scenario.Scenario;

/** Alerts of a router that went away at 08:00:03 and came back four minutes and two seconds later. */
final class Alerts {

    static final AlertWords WORDS = new AlertWords(Locale.ENGLISH, ZoneOffset.UTC);
    static final Report BROKEN = Scenario.named("gateway/gateway-absent").report();
    static final Report MENDED = Scenario.named("external/healthy-home").report();

    private static final Incident ABSENT = new Incident(rootCause(BROKEN), at(3));
    static final Incident UNRESPONSIVE_THEN_ABSENT = new Incident(rootCause(Scenario.named("gateway/gateway-unresponsive").run()), rootCause(BROKEN), at(3));

    private Alerts() { }

    private static Finding rootCause(Report report) {
        return report.diagnosis().verdict().finding().orElseThrow();
    }

    static Moment at(long second) {
        return new Moment(World.NOW.plusSeconds(second), Duration.ofSeconds(second).toNanos());
    }

    static Change cameChange() {
        return new Change.Came(at(3), ABSENT, Optional.empty(), BROKEN);
    }

    static Change insteadOf(String scenario) {
        Incident before = new Incident(rootCause(Scenario.named(scenario).report()), at(1));
        return new Change.Came(at(3), ABSENT, Optional.of(before), BROKEN);
    }

    static Alert came() {
        return WORDS.alert(cameChange());
    }

    static Alert recovered() {
        return WORDS.alert(new Change.Recovered(at(245), ABSENT, MENDED));
    }
}
