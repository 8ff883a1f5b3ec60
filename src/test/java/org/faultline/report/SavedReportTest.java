package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.faultline.json.BadJson;
import org.faultline.model.Cause;
import org.faultline.model.Conversation;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.Verdict;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Opening what was saved: by this version, an earlier one, a later one; and judging it anew. */
@Execution(ExecutionMode.CONCURRENT)
class SavedReportTest {

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    private static SavedReport open(String json) {
        return SavedReport.open(json.getBytes(StandardCharsets.UTF_8), "0.1.0");
    }

    private static String json(Report report) {
        return new String(JsonReport.write(report), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void thisVersionJudgesItsOwnReportsAlike(Scenario scenario) {
        Report report = scenario.report();
        SavedReport saved = SavedReport.open(JsonReport.write(report), "0.1.0");
        assertThat(saved.notUnderstood()).isEmpty();
        assertThat(saved.replay().differences()).isEmpty();
        assertThat(saved.remarks(ShownTime.universal(Locale.ENGLISH))).hasSize(2).last().asString().contains("alike");
    }

    @Test
    void aVerdictThatTheObservationsDoNotCarryIsTold() {
        Report honest = Scenario.named("gateway/gateway-absent").report();
        Report healthy = Scenario.named("external/healthy-home").report();
        Report mixed = new Report("0.0.9", honest.started(), honest.elapsed(), honest.machine(), healthy.diagnosis(), honest.observations());
        Replay replay = Replay.of(mixed);
        assertThat(replay.now().verdict().code()).isEqualTo("gateway-absent");
        assertThat(replay.differences().getFirst()).isEqualTo(new Replay.Difference(Replay.Kind.VERDICT, "", "healthy healthy", "fault gateway-absent gateway"));
        assertThat(replay.differences()).contains(new Replay.Difference(Replay.Kind.FINDING, "", "", "gateway-absent gateway"),
            new Replay.Difference(Replay.Kind.STAGE, "gateway", "ok", "fault"));
    }

    @Test
    void whatAnEarlierVersionDidNotWriteIsEmpty() {
        String early = json(Reports.gatewayAbsent()).replaceAll(",\\s*\"session\": \\{[^}]*}", "").replaceAll(",\\s*\"atMs\": [0-9.]+", "")
            .replaceAll(",\\s*\"facts\": \\{[^}]*}", "");
        assertThat(early).doesNotContain("session\"", "atMs", "facts");
        SavedReport saved = open(early);
        assertThat(saved.newer()).isFalse();
        assertThat(saved.report().conversation()).isEqualTo(Conversation.QUICK);
        assertThat(saved.report().diagnosis().verdict().code()).isEqualTo("gateway-absent");
    }

    @ParameterizedTest
    @CsvSource({"faultline-report/2, 0.1.0", "faultline-report/1.3, 0.1.0", "faultline-report/1, 0.2.0", "faultline-report/1, 1.0", "faultline-report/17.20, 9.9.9"})
    void aLaterReportOpensWithAWarning(String schema, String version) {
        SavedReport saved = open(json(Reports.gatewayAbsent()).replace("faultline-report/1", schema).replaceFirst("\"version\": ?\"0.1.0\"", "\"version\":\"" + version + "\""));
        assertThat(saved.newer()).isTrue();
        assertThat(saved.notUnderstood()).isEmpty();
        assertThat(saved.report().diagnosis()).isEqualTo(Reports.gatewayAbsent().diagnosis());
        assertThat(saved.remarks(ShownTime.universal(Locale.ENGLISH)).get(1)).contains("later version").contains(schema);
    }

    @Test
    void whatALaterVersionSaysAndThisOneDoesNotKnowIsLeftOutAndListed() {
        String later = json(Reports.gatewayAbsent()).replace("faultline-report/1", "faultline-report/2")
            .replaceFirst("\"cause\": ?\"no-reply\"", "\"cause\":\"no-mood\"").replaceFirst("\"outcome\": ?\"unknown\"", "\"outcome\":\"guessed\"")
            .replaceFirst("\"id\": ?\"external\"", "\"id\":\"moon\"").replaceFirst("\"code\": ?\"loopback-icmp-filtered\"", "\"code\":\"loopback-haunted\"");
        SavedReport saved = open(later);
        assertThat(saved.notUnderstood()).containsExactlyInAnyOrder(
            "report.observations[3].cause: \"no-mood\" is not known to this version",
            "report.observations[5].outcome: \"guessed\" is not known to this version",
            "report.stages[4].id: \"moon\" is not known to this version",
            "report.findings[1].code: \"loopback-haunted\" is not known to this version");
        Observation third = saved.report().observations().get(3);
        assertThat(third.cause()).isEqualTo(Cause.UNCLASSIFIED);
        assertThat(third.failed()).isTrue();
        assertThat(saved.report().observations().get(5).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(saved.report().diagnosis().stages()).hasSize(4).noneMatch(stage -> stage.stage() == Stage.EXTERNAL);
        assertThat(saved.report().diagnosis().verdict().code()).isEqualTo("gateway-absent");
    }

    /** An accusation that cannot be understood is never repeated: the verdict becomes undecided. */
    @Test
    void aVerdictThatIsNotUnderstoodBecomesUndecided() {
        String later = json(Reports.gatewayAbsent()).replace("faultline-report/1", "faultline-report/1.1").replaceAll("\"code\": ?\"gateway-absent\"", "\"code\":\"gateway-asleep\"");
        SavedReport saved = open(later);
        assertThat(saved.report().diagnosis().verdict().status()).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(saved.notUnderstood()).anyMatch(gap -> gap.startsWith("report.verdict.code"));
        assertThat(saved.remarks(ShownTime.universal(Locale.GERMAN))).anyMatch(remark -> remark.startsWith("Ausgelassen: report.verdict.code"));
    }

    @ParameterizedTest
    @CsvSource({"faultline-report/0", "faultline-report/-1", "faultline-report/01", "faultline-report", "other/1", "faultline-report/99999", "''"})
    void anotherSchemaIsNoReport(String schema) {
        String json = json(Reports.healthy()).replace("faultline-report/1", schema);
        assertThatThrownBy(() -> open(json)).isInstanceOf(BadJson.class).hasMessageStartingWith("report.schema: ").hasMessageContaining("no report of faultline");
    }

    @Test
    void thisVersionsOwnSchemaIsHeldToTheLetter() {
        String json = json(Reports.healthy()).replaceFirst("\"outcome\": ?\"passed\"", "\"outcome\":\"guessed\"");
        assertThatThrownBy(() -> open(json)).isInstanceOf(BadJson.class).hasMessage("report.observations[0].outcome: \"guessed\" is not known to this version");
    }
}
