package org.faultline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Severity;
import org.faultline.model.Verdict;
import org.faultline.run.Stepwise;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every scenario and compares the verdict. */
@Execution(ExecutionMode.CONCURRENT)
class ScenarioTest {

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void verdictIsTheExpectedOne(Scenario scenario) {
        Report report = scenario.report();
        Verdict verdict = report.diagnosis().verdict();
        List<String> codes = report.diagnosis().findings().stream().map(finding -> finding.fault().code()).toList();
        assertThat(verdict.status().id() + " " + verdict.code()).as("%s%nfound %s%n%s", scenario.fields().text("what").orElse(""), codes, path(report))
            .isEqualTo(scenario.expected("status") + " " + scenario.expected("code"));
        if (!scenario.expected("stage").isEmpty()) {
            assertThat(verdict.finding().map(finding -> finding.stage().id())).contains(scenario.expected("stage"));
        }
        assertThat(codes).containsAll(scenario.expectedList("also")).noneMatch(scenario.expectedList("not")::contains);
        if (scenario.fields().object("expect").values().containsKey("asks")) {
            assertThat(Stepwise.toAsk(report)).extracting(PersonQuestion::id).containsExactlyElementsOf(scenario.expectedList("asks"));
        }
        assertThat(report.diagnosis().findings()).filteredOn(ScenarioTest::accuses)
            .allSatisfy(finding -> assertThat(finding.because()).anyMatch(Observation::failed));
    }

    private static boolean accuses(Finding finding) {
        return finding.severity() == Severity.FAULT || finding.severity() == Severity.WARNING;
    }

    private static String path(Report report) {
        StringBuilder text = new StringBuilder();
        report.diagnosis().stages().forEach(stage -> {
            text.append(stage.stage().id()).append(' ').append(stage.status().id()).append('\n');
            stage.path().forEach(step -> text.append("   ").append(step.question()).append(' ').append(step.answer().id()).append('\n'));
        });
        report.observations().stream().filter(observation -> !observation.passed()).forEach(observation -> text.append("   ")
            .append(observation.probe()).append(' ').append(observation.target()).append(' ').append(observation.outcome().id()).append(' ')
            .append(observation.cause().id()).append(' ').append(observation.values()).append('\n'));
        return text.toString();
    }
}
