package org.faultline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.faultline.diagnosis.Evidence;
import org.faultline.diagnosis.Judgement;
import org.faultline.diagnosis.Moments;
import org.faultline.model.Diagnosis;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.report.Redaction;
import org.faultline.report.redaction.Kind;
import org.faultline.report.redaction.Replacement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A redacted report is worth as much to the helpdesk as a full one. */
@Execution(ExecutionMode.CONCURRENT)
class RedactedRunsTest {

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void itIsJudgedAsTheFullOneIs(Scenario scenario) {
        Report report = scenario.report();
        assertThat(judged(Redaction.of(report).report())).isEqualTo(judged(report));
    }

    private static String judged(Report report) {
        Set<Stage> stages = report.diagnosis().stages().stream().map(StageResult::stage).collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
        Diagnosis diagnosis = Judgement.judge(Evidence.complete(report.observations()), stages, Moments.once(report.elapsed())).diagnosis();
        return diagnosis.verdict().code() + " " + diagnosis.findings().stream().map(finding -> finding.fault().code() + "@" + finding.stage().id()).toList()
            + " " + diagnosis.stages().stream().map(stage -> stage.status().id()).toList();
    }

    /** What a run writes is known field by field: only the beginning of a foreign page, the greeting of a service and the names of foreign signers go as a whole. */
    @Test
    void nothingThatTheProgramWritesIsHiddenForWantOfARule() {
        Set<String> hidden = new TreeSet<>();
        for (Scenario scenario : scenarios()) {
            Redaction.of(scenario.report()).replacements().stream().filter(replacement -> replacement.kind() == Kind.TEXT)
                .map(Replacement::where).flatMap(List::stream).map(where -> where.replaceAll("\\[\\d+]", ""))
                .filter(where -> !where.matches(".*\\.(body|issuer|subject|value|words|speech)")).forEach(hidden::add);
        }
        assertThat(hidden).as("say in report.redaction.Fields what these hold").isEmpty();
    }
}
