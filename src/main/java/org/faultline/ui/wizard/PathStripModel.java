package org.faultline.ui.wizard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.model.Observation;
import org.faultline.model.Stage;
import org.faultline.model.StageStatus;
import org.faultline.report.KeyFact;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.ui.page.Station;
import org.faultline.ui.page.Stations;

/** The way outward as five stations, finished or while it is being walked. */
final class PathStripModel {

    private final Words words;
    private final Stations stations;

    PathStripModel(Texts texts, Words words) {
        this.words = words;
        this.stations = new Stations(texts, words);
    }

    List<Station> stations(RunState state) {
        return stations.of(state.diagnosis(), facts(state), state instanceof RunState.Running, working(state));
    }

    private KeyFact facts(RunState state) {
        return switch (state) {
            case RunState.Finished finished -> new KeyFact(finished.report().machine(), finished.report().observations(), words);
            case RunState.Running running -> new KeyFact(Map.of(), running.seen(), words);
            case RunState.Cancelling cancelling -> new KeyFact(Map.of(), cancelling.seen(), words);
            case RunState.Idle _, RunState.Crashed _ -> new KeyFact(Map.of(), List.<Observation>of(), words);
        };
    }

    /** The first stage of those to be judged that is not decided yet. */
    private static Optional<Stage> working(RunState state) {
        if (!(state instanceof RunState.Running running)) {
            return Optional.empty();
        }
        return Stage.PATH.stream().filter(running.stages()::contains)
            .filter(stage -> running.soFar().flatMap(soFar -> Stations.result(soFar, stage))
                .filter(result -> result.status() != StageStatus.NOT_RUN).isEmpty())
            .findFirst();
    }
}
