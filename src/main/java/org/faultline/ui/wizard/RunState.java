package org.faultline.ui.wizard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.faultline.diagnosis.Comparison;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.ui.page.Origin;

/** Where the check stands. */
public sealed interface RunState {

    /** Nothing was checked yet. */
    record Idle() implements RunState { }

    /**
     * A run goes on.
     *
     * @param soFar what can be said by now; empty until something can
     */
    record Running(Set<Stage> stages, Optional<Diagnosis> soFar, List<Observation> seen) implements RunState {
        public Running {
            stages = Set.copyOf(stages);
            seen = List.copyOf(seen);
        }
    }

    /**
     * A run was cancelled and has not said its last word yet.
     *
     * @param soFar what could be said until then
     */
    record Cancelling(Set<Stage> stages, Optional<Diagnosis> soFar, List<Observation> seen) implements RunState {
        public Cancelling {
            stages = Set.copyOf(stages);
            seen = List.copyOf(seen);
        }
    }

    /**
     * The verdict stands.
     *
     * @param comparison with the run before this one, where this one checked again
     * @param origin     where it comes from
     */
    record Finished(Report report, Optional<Comparison> comparison, boolean cancelled, Origin origin) implements RunState { }

    /** The program itself failed: nothing can be said about the network. */
    record Crashed(Throwable why) implements RunState { }

    /** The report that is shown, where there is one. */
    default Optional<Report> finished() {
        return this instanceof Finished finished ? Optional.of(finished.report()) : Optional.empty();
    }

    /** What is known of the network, finished or not. */
    default Optional<Diagnosis> diagnosis() {
        return switch (this) {
            case Idle _, Crashed _ -> Optional.empty();
            case Running running -> running.soFar();
            case Cancelling cancelling -> cancelling.soFar();
            case Finished finished -> Optional.of(finished.report().diagnosis());
        };
    }

    /** Everything that was observed by now. */
    default List<Observation> observed() {
        return switch (this) {
            case Idle _, Crashed _ -> List.of();
            case Running running -> running.seen();
            case Cancelling cancelling -> cancelling.seen();
            case Finished finished -> finished.report().observations();
        };
    }

    default boolean running() {
        return this instanceof Running || this instanceof Cancelling;
    }
}
