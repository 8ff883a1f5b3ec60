package org.faultline.ui.page;

import java.util.List;
import java.util.Optional;
import org.faultline.model.Diagnosis;
import org.faultline.model.Finding;
import org.faultline.model.Printable;
import org.faultline.model.Report;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.report.KeyFact;
import org.faultline.report.LeftOut;
import org.faultline.report.Texts;
import org.faultline.report.Words;

/** What is known of the way outward, as its five stations. */
public final class Stations {

    private final Texts texts;
    private final Words words;

    /** @param texts those of the check */
    public Stations(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    /** Of a finished run. */
    public List<Station> of(Report report) {
        return of(Optional.of(report.diagnosis()), new KeyFact(report.machine(), report.observations(), words), false, Optional.empty());
    }

    /**
     * @param running whether what was not judged may still be
     * @param working the stage that is being asked now
     */
    public List<Station> of(Optional<Diagnosis> diagnosis, KeyFact facts, boolean running, Optional<Stage> working) {
        return Stage.PATH.stream().map(stage -> station(stage, diagnosis, place(facts.at(stage), stage, diagnosis, running), working)).toList();
    }

    /** With its time only where the stage is in order, or may still become so. */
    private static KeyFact.Place place(KeyFact.Place place, Stage stage, Optional<Diagnosis> diagnosis, boolean running) {
        StageStatus status = diagnosis.flatMap(known -> result(known, stage)).map(StageResult::status).orElse(StageStatus.NOT_RUN);
        return status == StageStatus.FAULT || status == StageStatus.NOT_RUN && !running ? place.untimed() : place;
    }

    private Station station(Stage stage, Optional<Diagnosis> diagnosis, KeyFact.Place place, Optional<Stage> working) {
        Optional<StageResult> result = diagnosis.flatMap(known -> result(known, stage));
        boolean now = working.filter(stage::equals).isPresent();
        Mark mark = now ? Mark.RUNNING : result.map(known -> Mark.of(known.status())).orElse(Mark.QUIET);
        String what = texts.get("station." + stage.id());
        String word = now ? texts.get("station.running") : result.map(known -> word(known, diagnosis, working.isPresent())).orElse(texts.get("station.waiting"));
        return new Station(stage, mark, place.name().isEmpty() ? texts.get("station." + stage.id() + ".name") : Printable.of(place.name()),
            what, place.address().isEmpty() ? place.time() : Printable.of(place.address()), word,
            diagnosis.filter(known -> breaksBefore(known, stage)).isPresent());
    }

    private String word(StageResult result, Optional<Diagnosis> diagnosis, boolean more) {
        if (result.status() == StageStatus.NOT_RUN) {
            boolean leftOut = diagnosis.map(LeftOut::of).filter(stages -> stages.contains(result.stage())).isPresent();
            return texts.get(more ? "station.later" : leftOut ? "station.left-out" : result.explainedBy().isPresent() ? "station.explained" : "station.not-judged");
        }
        return words.status(result.status());
    }

    /** How this stage was judged, where it was. */
    public static Optional<StageResult> result(Diagnosis diagnosis, Stage stage) {
        return diagnosis.stages().stream().filter(result -> result.stage() == stage).findFirst();
    }

    /** A fault lies between its two ends; where the first stage itself is broken there is no way before it. */
    private static boolean breaksBefore(Diagnosis diagnosis, Stage stage) {
        Optional<Stage> broken = diagnosis.verdict().finding().filter(finding -> finding.severity() == Severity.FAULT)
            .map(Finding::stage);
        return diagnosis.verdict().between().size() == 2 && broken.filter(stage::equals).isPresent();
    }
}
