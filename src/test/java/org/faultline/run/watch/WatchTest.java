package org.faultline.run.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.faultline.host.Host;
import org.faultline.model.Fault;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.Verdict;
import org.faultline.run.Cancellation;
import org.faultline.run.Check;
import org.faultline.run.Profile;
import org.faultline.run.Workplace;
import org.faultline.run.watch.Round.Why;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** Watches fake worlds that change, with clocks that move only when the watch waits. */
class WatchTest {

    private static final Set<Stage> INSIDE = EnumSet.of(Stage.LOOPBACK_IPV4, Stage.LOOPBACK_IPV6, Stage.INTERFACE, Stage.GATEWAY);
    private static final Set<Stage> LOOPBACK = EnumSet.of(Stage.LOOPBACK_IPV4);
    private static final String FINE = "external/healthy-home";
    private static final String ABSENT = "gateway/gateway-absent";

    /** 32 MiB for 9,000 rounds: other test classes share the heap, and a report kept of each round would be ten times as much. */
    private static final long LEAK = 32L << 20;

    private final FakeTime time = new FakeTime();
    private final List<String> told = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private final List<Report> kept = new ArrayList<>();
    private final Keeper keeper = new Keeper(kept::add);
    private final Map<String, Host> machines = new HashMap<>();
    private Host machine = Scenario.named(FINE).host();

    private void play(String scenario) {
        machine = machines.computeIfAbsent(scenario, name -> Scenario.named(name).host());
    }

    private FakeTime from(long second, String scenario) {
        return time.at(second, () -> play(scenario));
    }

    private Verdict.Status watch(long count) {
        return watch(INSIDE, count, new Cancellation(), round -> rounds.add(round)).status();
    }

    private Verdict watch(Set<Stage> stages, long count, Cancellation cancellation, Consumer<Round> each) {
        return watch(new Check(Profile.DEFAULT.withoutExternal(), stages, Duration.ofSeconds(20)), count, cancellation, each);
    }

    private Verdict watchAll(long count) {
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

    @Test
    void nothingIsToldWhileAllIsAsItWas() {
        assertThat(watch(45)).isEqualTo(Verdict.Status.HEALTHY);
        assertThat(told).containsExactly("0 began healthy");
        assertThat(rounds).filteredOn(round -> round.why() != Why.GLANCE).extracting(Round::number).containsExactly(1L, 21L, 41L);
    }

    @Test
    void aFaultComesAndGoesAndEachIsToldOnce() {
        from(70, ABSENT);
        from(320, FINE);
        assertThat(watch(20)).isEqualTo(Verdict.Status.HEALTHY);
        assertThat(told).containsExactly("0 began healthy", "90 came gateway-absent", "330 recovered gateway-absent after PT4M");
        assertThat(kept).as("one of each, not of each round").extracting(report -> report.diagnosis().verdict().code()).containsExactly("healthy", "gateway-absent", "healthy");
        assertThat(rounds.get(3).why()).isEqualTo(Why.DIFFERENT);
        assertThat(rounds.get(3).different()).contains("gateway");
        assertThat(rounds.get(4).why()).isEqualTo(Why.TROUBLE);
    }

    @Test
    void theFirstVerdictAlarmsNobodyButItsRecoveryIsTold() {
        play(ABSENT);
        from(50, FINE);
        watch(5);
        assertThat(told).containsExactly("0 began gateway-absent", "60 recovered gateway-absent after PT1M");
    }

    @Test
    void aCauseThatTakesTheOthersPlaceIsOneMessage() {
        from(20, ABSENT);
        from(50, "interface/no-carrier");
        from(80, ABSENT);
        from(110, FINE);
        assertThat(watch(4)).isEqualTo(Verdict.Status.FAULT);
        assertThat(told).containsExactly("0 began healthy", "30 came gateway-absent", "60 came no-carrier instead of gateway-absent",
            "90 came gateway-absent instead of no-carrier");
    }

    /** A router is switched off, and on again: each time the kernel knows its hardware address for a while longer, or sooner. */
    @Test
    void aRouterThatIsSwitchedOffIsOneAlertHoweverItShowsItself() {
        from(20, "gateway/gateway-unresponsive");
        from(50, ABSENT);
        from(140, "gateway/gateway-unresponsive");
        from(170, FINE);
        assertThat(watchAll(8).status()).isEqualTo(Verdict.Status.HEALTHY);
        assertThat(told).containsExactly("0 began healthy", "30 came gateway-unresponsive", "60 still gateway-unresponsive, after gateway-unresponsive seen as gateway-absent",
            "150 still gateway-unresponsive, after gateway-absent seen as gateway-unresponsive", "180 recovered gateway-unresponsive after PT2M30S");
    }

    /** Both faces count as one, and while it flaps neither is told. */
    @Test
    void whatShowsItselfDifferentlyEachTimeFlapsAsOne() {
        LongStream.rangeClosed(1, 6).forEach(change -> from(60 * change - 5, change % 2 == 0 ? FINE : change == 3 ? "gateway/gateway-unresponsive" : ABSENT));
        from(325, "gateway/gateway-unresponsive");
        watchAll(13);
        assertThat(told).containsExactly("0 began healthy", "60 came gateway-absent", "120 recovered gateway-absent after PT1M",
            "180 came gateway-unresponsive", "240 flapping gateway-unresponsive 4 in PT3M");
    }

    /** A glance that differs is a reason to look closer, never a fault. */
    @Test
    void whatOnlyTheGlanceSeesAccusesNobody() {
        from(20, "gateway/gateway-silent");
        assertThat(watch(4)).isEqualTo(Verdict.Status.HEALTHY);
        assertThat(rounds.get(1).why()).isEqualTo(Why.DIFFERENT);
        assertThat(rounds.get(2).why()).isEqualTo(Why.GLANCE);
        assertThat(told).containsExactly("0 began healthy");
    }

    /** The worked example of {@link Damping}. */
    @Test
    void whatKeepsComingAndGoingIsToldAsThat() {
        LongStream.rangeClosed(1, 10).forEach(change -> from(60 * change - 5, change % 2 == 1 ? ABSENT : FINE));
        watch(50);
        assertThat(told).containsExactly("0 began healthy", "60 came gateway-absent", "120 recovered gateway-absent after PT1M",
            "180 came gateway-absent", "240 flapping gateway-absent 4 in PT3M", "1200 settled gateway-absent gone since 600 10");
    }

    /** A cause is gone, but one that flaps stands in its place: nothing has recovered. */
    @Test
    void noRecoveryIsToldWhileAFlappingCauseStands() {
        LongStream.rangeClosed(1, 4).forEach(change -> from(60 * change - 5, change % 2 == 1 ? ABSENT : FINE));
        from(295, "interface/no-carrier");
        from(355, ABSENT);
        assertThat(watch(14)).isEqualTo(Verdict.Status.FAULT);
        assertThat(told).endsWith("240 flapping gateway-absent 4 in PT3M", "300 came no-carrier", "360 came gateway-absent instead of no-carrier");
    }

    /** The change by which a cause begins to flap is told as that, and that the other is gone beside it. */
    @Test
    void noRecoveryIsToldWhereTheCauseBeginsToFlap() {
        from(55, ABSENT);
        from(115, FINE);
        from(175, ABSENT);
        from(235, "interface/no-carrier");
        from(295, ABSENT);
        watch(12);
        assertThat(told).noneMatch(line -> line.startsWith("300 recovered"));
        assertThat(told.getLast()).endsWith("instead of no-carrier").doesNotContain("recovered");
    }

    @Test
    void whatFlappedAndStaysIsToldWhenItSettles() {
        LongStream.rangeClosed(1, 5).forEach(change -> from(60 * change - 5, change % 2 == 1 ? ABSENT : FINE));
        assertThat(watch(34)).isEqualTo(Verdict.Status.FAULT);
        assertThat(told).hasSize(6).endsWith("240 flapping gateway-absent 4 in PT3M", "900 settled gateway-absent present since 300 5");
    }

    @Test
    void aSleepIsNoticedAndTheNetworkGetsAMomentToWakeUp() {
        time.at(65, () -> {
            time.sleep(Duration.ofHours(2));
            play(ABSENT);
        });
        from(69, FINE);
        watch(6);
        assertThat(told).containsExactly("0 began healthy", "65 clock PT2H");
        assertThat(rounds).extracting(Round::why).contains(Why.PAUSE);
    }

    @Test
    void aFaultThatIsStillThereAfterASleepIsTold() {
        time.at(65, () -> {
            time.sleep(Duration.ofHours(2));
            play(ABSENT);
        });
        watch(5);
        assertThat(told).containsExactly("0 began healthy", "65 clock PT2H", "70 came gateway-absent");
    }

    @Test
    void aClockSetBackIsToldAndDurationsStayRight() {
        from(20, ABSENT);
        time.at(45, () -> time.sleep(Duration.ofHours(-3)));
        from(100, FINE);
        watch(6);
        assertThat(told).containsExactly("0 began healthy", "30 came gateway-absent", "45 clock PT-3H",
            "105 recovered gateway-absent after PT1M15S");
    }

    @Test
    void aSleepThatBothClocksCountIsNoticedToo() {
        time.at(62, () -> time.standStill(Duration.ofMinutes(50)));
        watch(5);
        assertThat(told).hasSize(2).last().asString().endsWith("stood still PT50M");
        assertThat(rounds).extracting(Round::why).containsExactly(Why.FIRST, Why.GLANCE, Why.GLANCE, Why.PAUSE, Why.GLANCE);
    }

    @Test
    void whatCannotBeDecidedIsNeitherGoneNorThere() {
        from(20, ABSENT);
        from(50, "loopback-ipv4/sockets-forbidden");
        from(140, ABSENT);
        assertThat(watch(7)).isEqualTo(Verdict.Status.FAULT);
        assertThat(told).containsExactly("0 began healthy", "30 came gateway-absent", "90 lost sight", "150 sees again, lost at 90");
    }

    @Test
    void aCancelledWatchEndsWithTheLastVerdict() {
        from(20, ABSENT);
        Cancellation cancellation = new Cancellation();
        Verdict last = watch(INSIDE, Long.MAX_VALUE, cancellation, round -> {
            rounds.add(round);
            if (round.number() == 5) {
                cancellation.cancel();
            }
        });
        assertThat(last.code()).isEqualTo("gateway-absent");
        assertThat(rounds).hasSize(5);
        assertThat(Thread.interrupted()).as("the caller may still wait for its last words").isFalse();
    }

    /** Three and a half days at 30 s, with a fault that comes and goes some sixty times. */
    @Test
    void tenThousandRoundsLeaveNothingBehind() {
        List<String> broken = List.of("loopback-ipv4/loopback-down", "loopback-ipv4/loopback-address-missing");
        LongStream.range(1, 60).forEach(pair -> {
            from(pair * 5_000 + pair % 30, broken.get((int) (pair % broken.size())));
            from(pair * 5_000 + 200, FINE);
        });
        Set<Why> seen = EnumSet.noneOf(Why.class);
        List<Long> used = new ArrayList<>();
        watch(LOOPBACK, 10_000, new Cancellation(), round -> {
            seen.add(round.why());
            if (round.number() == 1_000 || round.number() == 10_000) {
                used.add(usedAfterCollection());
            }
        });
        assertThat(seen).contains(Why.GLANCE, Why.DIFFERENT, Why.TROUBLE, Why.REGULAR);
        assertThat(told).filteredOn(line -> line.contains("came")).hasSize(59);
        assertThat(told).filteredOn(line -> line.contains("recovered")).hasSize(59);
        assertThat(used.getLast() - used.getFirst()).as("bytes more after 9,000 rounds more").isLessThan(LEAK);
    }

    private static long usedAfterCollection() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 8; i++) {
            System.gc();
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
