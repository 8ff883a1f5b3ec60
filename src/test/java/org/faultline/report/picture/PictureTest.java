package org.faultline.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.model.Diagnosis;
import org.faultline.model.Report;
import org.faultline.model.StageResult;
import org.faultline.report.Reports;
import org.faultline.report.SansLetters;
import org.faultline.report.TreeCaptions;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every picture that can be drawn, whatever was found and whatever stands open. */
@Execution(ExecutionMode.CONCURRENT)
class PictureTest {

    private static final Lettering LETTERS = new SansLetters();

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    static List<Report> reports() {
        return Reports.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioDrawsWell(Scenario scenario) {
        drawsWell(scenario.report().diagnosis());
    }

    /** Nobody is asked in a quick check; its way is laid along the tree all the same, and not shown as one of another version. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void everyPathOfThisVersionFitsItsTree(Scenario scenario) {
        assertThat(Outline.of(scenario.report().diagnosis(), false).places()).extracting(Place::id).noneMatch(id -> id.contains("/recorded"));
    }

    /** Among them one with a question that this version does not know. */
    @ParameterizedTest
    @MethodSource("reports")
    void everyReportDrawsWell(Report report) {
        drawsWell(report.diagnosis());
    }

    private static void drawsWell(Diagnosis diagnosis) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Captions captions = TreeCaptions.of(locale);
            Outline outline = Outline.of(diagnosis, false);
            openings(diagnosis).forEach(opened -> drawsWell(diagnosis, outline, opened, captions));
            drawsWell(diagnosis, Outline.of(diagnosis, true), Opened.AS_WALKED, captions);
        }
        theFaultIsUnmistakable(diagnosis);
    }

    private static void drawsWell(Diagnosis diagnosis, Outline outline, Opened opened, Captions captions) {
        TreePicture picture = TreePicture.of(outline, opened, captions, LETTERS);
        assertThat(new Flaws(picture, LETTERS).found()).as("%s", opened).isEmpty();
        assertThat(walkedIn(picture)).as("%s", opened).isEqualTo(walkedIn(diagnosis, picture));
    }

    /** As a run leaves it, everything open, and every stage open with the way that was taken in it. */
    private static Stream<Opened> openings(Diagnosis diagnosis) {
        Opened stages = Opened.AS_WALKED;
        for (StageResult stage : diagnosis.stages()) {
            stages = stages.with(stage.stage().id(), true);
        }
        return Stream.of(Opened.AS_WALKED, Opened.EVERYTHING, stages);
    }

    /** Every question that was asked in a stage that stands open, in the order in which it was asked, is there and solid. */
    private static List<String> walkedIn(TreePicture picture) {
        return picture.boxes().stream().filter(box -> box.walked() && box.state() != State.QUIET && box.kind() == Box.Kind.QUESTION)
            .map(box -> box.ref().stage() + " " + ((NodeRef.OfQuestion) box.ref()).question()).toList();
    }

    private static List<String> walkedIn(Diagnosis diagnosis, TreePicture picture) {
        List<String> closed = picture.boxes().stream().filter(box -> box.kind() == Box.Kind.OPENER).map(box -> box.ref().stage().id()).toList();
        return diagnosis.stages().stream().filter(stage -> !closed.contains(stage.stage().id()))
            .flatMap(stage -> stage.path().stream().map(StageResult.Step::question).map(question -> stage.stage() + " " + question)).toList();
    }

    private static void theFaultIsUnmistakable(Diagnosis diagnosis) {
        TreePicture picture = TreePicture.of(Outline.of(diagnosis, false), Opened.AS_WALKED, TreeCaptions.of(Locale.ENGLISH), LETTERS);
        List<String> strong = picture.boxes().stream().filter(box -> box.strong() && !box.kind().mini())
            .map(box -> ((NodeRef.OfFault) box.ref()).fault().code()).toList();
        Optional<String> blamed = diagnosis.verdict().finding().map(finding -> finding.fault())
            .filter(fault -> fault.stage().isPresent()).map(fault -> fault.code());
        blamed.filter(_ -> diagnosis.stages().stream().anyMatch(stage -> !stage.path().isEmpty())).ifPresent(code -> assertThat(strong).containsExactly(code));
    }

    @Test
    void closedStagesAreSmallPicturesOfTheirOwnShape() {
        TreePicture picture = TreePicture.of(Outline.of(Reports.healthy().diagnosis(), false), Opened.AS_WALKED, TreeCaptions.of(Locale.ENGLISH), LETTERS);
        assertThat(picture.boxes().stream().filter(box -> box.kind() == Box.Kind.OPENER)).hasSameSizeAs(Reports.healthy().diagnosis().stages());
        assertThat(picture.boxes()).noneMatch(box -> box.kind() == Box.Kind.QUESTION);
        assertThat(picture.boxes()).anyMatch(box -> box.kind() == Box.Kind.MINI_QUESTION);
    }
}
