package org.faultline.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.faultline.model.Fault;
import org.faultline.practice.Attempt;
import org.faultline.practice.Probing;
import org.junit.jupiter.api.Test;

class PracticeModelTest {

    private final PracticeModel model = new PracticeModel();

    private Attempt open() {
        return model.attempt().get().orElseThrow();
    }

    @Test
    void aSolvedExerciseCountsWithItsBestPoints() {
        model.open("gateway-absent");
        model.ask(open().offered().stream().filter(Probing::telling).findFirst().orElseThrow());
        model.name(Optional.of(Fault.GATEWAY_ABSENT));
        model.open("gateway-absent");
        model.name(Optional.of(Fault.GATEWAY_ABSENT));
        assertThat(model.points("gateway-absent")).contains(100);
        assertThat(model.solved()).isEqualTo(1);
    }

    @Test
    void aWrongNameSolvesNothing() {
        model.open("gateway-absent");
        model.name(Optional.empty());
        assertThat(open().isRight()).isFalse();
        assertThat(model.solved()).isZero();
    }

    @Test
    void nothingChangesOnceTheFaultIsNamed() {
        model.open("no-carrier");
        Attempt before = open();
        model.name(Optional.of(Fault.NO_CARRIER));
        Attempt named = open();
        model.ask(before.offered().getFirst());
        model.name(Optional.empty());
        assertThat(open()).isEqualTo(named);
    }

    @Test
    void theNextExerciseIsTheOneBehind() {
        model.open(model.ids().getFirst());
        assertThat(model.next()).contains(model.ids().get(1));
        model.open(model.ids().getLast());
        assertThat(model.next()).isEmpty();
    }
}
