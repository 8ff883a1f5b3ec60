package org.faultline.run.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.faultline.model.Verdict;
import org.faultline.run.Cancellation;
import org.faultline.run.watch.Round.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is told of worlds that change. The checks wait now and then, the watch never. */
@Execution(ExecutionMode.CONCURRENT)
class WatchTest extends WatchedWorlds {

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
}
