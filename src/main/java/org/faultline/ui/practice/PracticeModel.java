package org.faultline.ui.practice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.faultline.model.Fault;
import org.faultline.practice.Attempt;
import org.faultline.practice.Exercises;
import org.faultline.practice.Probing;

/** Which exercise is open, how far it has come, and the best points of each. Remembered while the window is open. */
final class PracticeModel {

    private final ReadOnlyObjectWrapper<Optional<Attempt>> attempt = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<String, Integer> points = new HashMap<>();

    ReadOnlyObjectProperty<Optional<Attempt>> attempt() {
        return attempt.getReadOnlyProperty();
    }

    List<String> ids() {
        return Exercises.ids();
    }

    /** The best points that an exercise was solved with. */
    Optional<Integer> points(String id) {
        return Optional.ofNullable(points.get(id));
    }

    /** Exercises whose fault was named rightly. */
    int solved() {
        return points.size();
    }

    /** Begins an exercise, or begins it anew. */
    void open(String id) {
        attempt.set(Optional.of(Attempt.at(Exercises.open(id))));
    }

    void ask(Probing probing) {
        attempt.set(attempt.get().filter(open -> open.naming().isEmpty()).map(open -> open.ask(probing)).or(attempt::get));
    }

    void name(Optional<Fault> fault) {
        attempt.get().filter(open -> open.naming().isEmpty()).map(open -> open.name(fault)).ifPresent(named -> {
            if (named.isRight()) {
                points.merge(named.exercise().id(), named.score(), Math::max);
            }
            attempt.set(Optional.of(named));
        });
    }

    /** The exercise behind the open one; empty at the last. */
    Optional<String> next() {
        return attempt.get().map(open -> ids().indexOf(open.exercise().id()) + 1).filter(at -> at < ids().size()).map(ids()::get);
    }
}
