package org.faultline.practice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faultline.diagnosis.Node;
import org.faultline.diagnosis.Tree;
import org.faultline.model.Fault;
import org.faultline.model.Report;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.Truth;

/** What a learner may ask in an exercise, and among which answers they choose. The same exercise always offers the same. */
final class Choices {

    /** Of the questions whose answer says "all well": enough that the telling ones do not stand out. */
    private static final int PLAIN_A_STAGE = 3;
    private static final int TELLING_A_STAGE = 5;
    private static final int NAMES = 4;

    private Choices() { }

    /** The questions of each stage that was judged, in the tree's order. */
    static List<Probing> probings(Report report, Report healthy) {
        Map<String, Truth> usual = new LinkedHashMap<>();
        healthy.diagnosis().stages().forEach(stage -> stage.path().forEach(step -> usual.put(step.question(), step.answer())));
        return report.diagnosis().stages().stream().filter(stage -> Stage.PATH.contains(stage.stage()))
            .flatMap(stage -> Stream.concat(ofStage(stage, usual), unasked(stage, healthy))).toList();
    }

    /** Questions that the recorded check never came to: else the list itself would tell where it ended. */
    private static Stream<Probing> unasked(StageResult stage, Report healthy) {
        List<String> asked = stage.path().stream().map(StageResult.Step::question).toList();
        List<Probing> others = healthy.diagnosis().stages().stream().filter(other -> other.stage() == stage.stage()).flatMap(other -> other.path().stream())
            .filter(step -> !step.because().isEmpty() && !asked.contains(step.question()))
            .map(step -> new Probing(stage.stage(), new StageResult.Step(step.question(), Truth.UNKNOWN, List.of()), false)).toList();
        return spread(others).stream();
    }

    private static Stream<Probing> ofStage(StageResult stage, Map<String, Truth> usual) {
        List<Probing> all = stage.path().stream().filter(step -> !step.because().isEmpty())
            .map(step -> new Probing(stage.stage(), step, isTelling(stage, step, usual))).toList();
        List<Probing> telling = all.stream().filter(Probing::telling).toList();
        List<Probing> kept = new ArrayList<>(telling.subList(Math.max(0, telling.size() - TELLING_A_STAGE), telling.size()));
        List<Probing> plain = all.stream().filter(probing -> !probing.telling()).toList();
        kept.addAll(spread(plain));
        return all.stream().filter(kept::contains);
    }

    /** Where a sound network is never asked, whatever turns off the way of the tree tells. */
    private static boolean isTelling(StageResult stage, StageResult.Step step, Map<String, Truth> usual) {
        return step.answer() != Truth.UNKNOWN && (usual.containsKey(step.question()) ? usual.get(step.question()) != step.answer() : turnsOff(stage, step));
    }

    private static boolean turnsOff(StageResult stage, StageResult.Step wanted) {
        Node node = Tree.of(stage.stage());
        int next = 0;
        while (next < stage.path().size()) {
            StageResult.Step step = stage.path().get(next);
            switch (node) {
                case Node.Ask ask when !ask.question().id().equals(step.question()) -> node = ask.unknown();
                case Node.Ask ask -> {
                    if (step == wanted) {
                        return ask.on(step.answer()) != ask.onward();
                    }
                    node = ask.on(step.answer());
                    next++;
                }
                case Node.Note note -> node = note.next();
                case Node.Conclude _, Node.Pass _ -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** The first, the last and one between. */
    private static List<Probing> spread(List<Probing> plain) {
        if (plain.size() <= PLAIN_A_STAGE) {
            return plain;
        }
        return List.of(plain.getFirst(), plain.get(plain.size() / 2), plain.getLast());
    }

    /** The right name among neighbours of the same stage, or of the next ones where a stage has few; in the order of the catalogue. */
    static List<Optional<Fault>> names(Report report) {
        Optional<Fault> right = report.diagnosis().verdict().finding().map(finding -> finding.fault());
        Stage stage = report.diagnosis().verdict().finding().map(finding -> finding.stage()).orElse(Stage.EXTERNAL);
        int place = right.map(Fault::ordinal).orElse(0);
        List<Fault> others = IntStream.range(0, Fault.values().length).mapToObj(at -> Fault.values()[at])
            .filter(fault -> Optional.of(fault).filter(other -> !right.equals(Optional.of(other))).isPresent())
            .filter(fault -> fault.severity() == Severity.FAULT || fault.severity() == Severity.WARNING)
            .filter(fault -> fault.stage().filter(Stage.PATH::contains).isPresent())
            .sorted(Comparator.comparingInt((Fault fault) -> Math.abs(fault.stage().orElseThrow().ordinal() - stage.ordinal()))
                .thenComparingInt(fault -> (fault.ordinal() * 7 + place * 5) % 11))
            .limit(NAMES - (right.isPresent() ? 1 : 0)).toList();
        List<Optional<Fault>> names = new ArrayList<>(Stream.concat(others.stream(), right.stream()).sorted().map(Optional::of).toList());
        names.add(Optional.empty());
        return names;
    }
}
