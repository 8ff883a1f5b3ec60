package org.faultline.run.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.faultline.host.Host;
import org.faultline.model.Fault;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.Verdict;
import org.faultline.run.Cancellation;
import org.faultline.run.Check;
import org.faultline.run.Profile;
import org.faultline.run.Workplace;
import org.faultline.scenario.Scenario;

/** Watches fake worlds that change, with clocks that move only when the watch waits. */
abstract class WatchedWorlds {

    static final Set<Stage> INSIDE = EnumSet.of(Stage.LOOPBACK_IPV4, Stage.LOOPBACK_IPV6, Stage.INTERFACE, Stage.GATEWAY);
    static final String FINE = "external/healthy-home";
    static final String ABSENT = "gateway/gateway-absent";

    final FakeTime time = new FakeTime();
    final List<String> told = new ArrayList<>();
    final List<Round> rounds = new ArrayList<>();
    final List<Report> kept = new ArrayList<>();
    final Keeper keeper = new Keeper(kept::add);
    private final Map<String, Host> machines = new HashMap<>();
    private Host machine = Scenario.named(FINE).host();

    void play(String scenario) {
        machine = machines.computeIfAbsent(scenario, name -> Scenario.named(name).host());
    }

    FakeTime from(long second, String scenario) {
        return time.at(second, () -> play(scenario));
    }

    Verdict.Status watch(long count) {
        return watch(INSIDE, count, new Cancellation(), round -> rounds.add(round)).status();
    }

    Verdict watch(Set<Stage> stages, long count, Cancellation cancellation, Consumer<Round> each) {
        return watch(new Check(Profile.DEFAULT.withoutExternal(), stages, Duration.ofSeconds(20)), count, cancellation, each);
    }

    Verdict watchAll(long count) {
        return watch(new Check(Profile.DEFAULT, EnumSet.copyOf(Stage.PATH), Duration.ofSeconds(20)), count, new Cancellation(), rounds::add);
    }

    private Verdict watch(Check check, long count, Cancellation cancellation, Consumer<Round> each) {
        Workplace workplace = new Workplace(() -> machine, time::instant, time::nanos);
        return new Watch(new Watching(check, Duration.ofSeconds(30), count), workplace, time, new Listener() {
            @Override
            public void round(Round round) {
                each.accept(round);
            }

            @Override
            public void changed(Change change) {
                told.add(written(change));
                keeper.changed(change);
            }
        }).run(cancellation).orElseThrow();
    }

    private static String written(Change change) {
        return change.at().nanos() / 1_000_000_000 + " " + switch (change) {
            case Change.Began(_, var first) -> "began " + first.diagnosis().verdict().code();
            case Change.Came(_, var incident, var instead, _) -> "came " + incident.fault().code()
                + instead.map(before -> " instead of " + before.fault().code()).orElse("");
            case Change.SeenAs(_, var incident, var before, _) -> "still " + incident.fault().code() + ", after " + before.code()
                + " seen as " + incident.lately().fault().code();
            case Change.Recovered recovered -> "recovered " + recovered.incident().fault().code() + " after " + recovered.lasted();
            case Change.Flapping(_, Fault fault, int changes, Duration within, _) -> "flapping " + fault.code() + " " + changes + " in " + within;
            case Change.Settled(_, Fault fault, boolean present, Moment since, int changes) -> "settled " + fault.code() + (present ? " present" : " gone")
                + " since " + since.nanos() / 1_000_000_000 + " " + changes;
            case Change.LostSight _ -> "lost sight";
            case Change.SeesAgain(_, Moment lost) -> "sees again, lost at " + lost.nanos() / 1_000_000_000;
            case Change.ClockJumped(_, Duration by) -> "clock " + by;
            case Change.StoodStill(_, Duration length) -> "stood still " + length;
        };
    }
}
