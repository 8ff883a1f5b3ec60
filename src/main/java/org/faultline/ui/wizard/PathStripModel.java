package org.faultline.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.model.Diagnosis;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.report.KeyFact;
import org.faultline.report.LeftOut;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Station;

/** The way outward as five stations, finished or while it is being walked. */
final class PathStripModel {

    private final Texts texts;
    private final Words words;

    PathStripModel(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    List<Station> stations(RunState state) {
        KeyFact facts = facts(state);
        Optional<Stage> working = working(state);
        List<Station> stations = new ArrayList<>();
        for (Stage stage : Stage.PATH) {
            stations.add(station(stage, state.diagnosis(), place(facts.at(stage), stage, state), working));
        }
        return stations;
    }

    /** With its time only where the stage is in order, or may still become so. */
    private static KeyFact.Place place(KeyFact.Place place, Stage stage, RunState state) {
        StageStatus status = state.diagnosis().flatMap(known -> result(known, stage)).map(StageResult::status).orElse(StageStatus.NOT_RUN);
        boolean open = status == StageStatus.NOT_RUN && state instanceof RunState.Running;
        return status == StageStatus.FAULT || status == StageStatus.NOT_RUN && !open ? place.untimed() : place;
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
            .filter(stage -> running.soFar().flatMap(soFar -> result(soFar, stage))
                .filter(result -> result.status() != StageStatus.NOT_RUN).isEmpty())
            .findFirst();
    }

    private Station station(Stage stage, Optional<Diagnosis> diagnosis, KeyFact.Place place, Optional<Stage> working) {
        Optional<StageResult> result = diagnosis.flatMap(known -> result(known, stage));
        boolean now = working.filter(stage::equals).isPresent();
        Mark mark = now ? Mark.RUNNING : result.map(known -> Mark.of(known.status())).orElse(Mark.QUIET);
        String what = texts.get("station." + stage.id());
        String word = now ? texts.get("station.running") : result.map(known -> word(known, diagnosis, working.isPresent())).orElse(texts.get("station.waiting"));
        return new Station(stage, mark, place.name().isEmpty() ? texts.get("station." + stage.id() + ".name") : place.name(),
            what, place.address().isEmpty() ? place.time() : place.address(), word,
            diagnosis.filter(known -> breaksBefore(known, stage)).isPresent());
    }

    private String word(StageResult result, Optional<Diagnosis> diagnosis, boolean more) {
        if (result.status() == StageStatus.NOT_RUN) {
            boolean leftOut = diagnosis.map(LeftOut::of).filter(stages -> stages.contains(result.stage())).isPresent();
            return texts.get(more ? "station.later" : leftOut ? "station.left-out" : result.explainedBy().isPresent() ? "station.explained" : "station.not-judged");
        }
        return words.status(result.status());
    }

    private static Optional<StageResult> result(Diagnosis diagnosis, Stage stage) {
        return diagnosis.stages().stream().filter(result -> result.stage() == stage).findFirst();
    }

    /** A fault lies between its two ends; where the first stage itself is broken there is no way before it. */
    private static boolean breaksBefore(Diagnosis diagnosis, Stage stage) {
        Optional<Stage> broken = diagnosis.verdict().finding().filter(finding -> finding.severity() == Severity.FAULT)
            .map(Finding::stage);
        return diagnosis.verdict().between().size() == 2 && broken.filter(stage::equals).isPresent();
    }
}
