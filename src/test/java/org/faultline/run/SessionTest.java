package org.faultline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.faultline.fake.FakeHost;
import org.faultline.fake.World;
import org.faultline.model.Cause;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.probe.Probe;
import org.faultline.probe.Probes;
import org.faultline.probe.Situation;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final AtomicLong now = new AtomicLong();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Else a machine that takes long to start the first probes sends packets when its time is over already. */
    @Test
    void nothingStartsAfterTheDeadline() {
        List<Probe> probes = new ArrayList<>(Probes.all());
        probes.add(probe("slow-start", Stage.LOOPBACK_IPV4, DEADLINE));
        probes.add(probe("too-late", Stage.EXTERNAL, Duration.ZERO));
        Plan plan = new Plan(EnumSet.copyOf(Stage.PATH), probes, Profile.DEFAULT.targets(), DEADLINE, "test");
        Report report = new Session(plan, new FakeHost(World.home()), InstantSource.fixed(Instant.EPOCH), now::get)
            .run(new Cancellation(), Progress.NONE);
        assertThat(asked).containsExactly("slow-start");
        assertThat(report.observations()).filteredOn(seen -> seen.probe().equals("too-late")).singleElement()
            .satisfies(seen -> assertThat(seen.cause() + " " + seen.detail()).isEqualTo(Cause.CANCELLED + " deadline"));
    }

    /** A dead router makes the tree ask for probes that have nothing to do here; a second was lost for each of them. */
    @Test
    void aProbeWithNothingToDoHoldsNothingUp() {
        List<Probe> unhurried = Probes.all().stream().filter(probe -> !probe.name().equals("link-flaps")).toList();
        Plan plan = new Plan(EnumSet.of(Stage.INTERFACE, Stage.GATEWAY), unhurried, Profile.DEFAULT.targets(), DEADLINE.plus(DEADLINE), "test");
        Report report = new Session(plan, Scenario.named("gateway/gateway-absent").host(), InstantSource.fixed(Instant.EPOCH), System::nanoTime)
            .run(new Cancellation(), Progress.NONE);
        assertThat(report.diagnosis().verdict().code()).isEqualTo("gateway-absent");
        assertThat(report.elapsed()).isLessThan(Duration.ofSeconds(1));
    }

    /** Says what it would do after so long. */
    private Probe probe(String name, Stage stage, Duration after) {
        return new Probe() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Stage stage() {
                return stage;
            }

            @Override
            public List<Task> tasks(Situation situation) {
                asked.add(name);
                now.addAndGet(after.toNanos());
                return List.of(recorder -> recorder.begin("x").passed("test"));
            }
        };
    }
}
