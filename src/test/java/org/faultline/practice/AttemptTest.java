package org.faultline.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.faultline.model.Fault;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private final Attempt fresh = Attempt.at(Exercises.open("gateway-absent"));
    private final Probing telling = fresh.offered().stream().filter(Probing::telling).findFirst().orElseThrow();
    private final Probing detour = fresh.offered().stream().filter(probing -> !probing.telling()).findFirst().orElseThrow();

    @Test
    void theRightNameWithEvidenceGetsAllPoints() {
        assertThat(fresh.ask(telling).name(Optional.of(Fault.GATEWAY_ABSENT)).score()).isEqualTo(100);
    }

    @Test
    void aDetourCostsLittle() {
        Attempt attempt = fresh.ask(detour).ask(detour).ask(telling).name(Optional.of(Fault.GATEWAY_ABSENT));
        assertThat(attempt.detours()).isEqualTo(1);
        assertThat(attempt.score()).isEqualTo(95);
    }

    @Test
    void aLuckyGuessIsWorthLessThanKnowing() {
        Attempt attempt = fresh.name(Optional.of(Fault.GATEWAY_ABSENT));
        assertThat(attempt.isRight()).isTrue();
        assertThat(attempt.isGuess()).isTrue();
        assertThat(attempt.score()).isEqualTo(60);
        assertThat(attempt.missed()).contains(telling);
    }

    @Test
    void aWrongNameKeepsThePointsForTheWay() {
        Attempt attempt = fresh.ask(telling).name(Optional.empty());
        assertThat(attempt.isRight()).isFalse();
        assertThat(attempt.score()).isEqualTo(40);
    }
}
