package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faultline.json.BadJson;
import org.faultline.json.JsonText;
import org.faultline.json.Place;
import org.faultline.model.Conversation;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The report as JSON: what it holds, that it comes back as it went, and that nothing bad gets in. */
@Execution(ExecutionMode.CONCURRENT)
class JsonReportTest {

    private static final int LONGEST = 16 << 20;

    static Stream<Report> reports() {
        return Reports.all().stream();
    }

    private static Place read(byte[] json) {
        return JsonText.read(json, LONGEST, "report");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void comesBackAsItWent(Report report) {
        byte[] json = JsonReport.write(report);
        Report back = JsonReportReader.read(json);
        assertThat(back).isEqualTo(report);
        assertThat(new String(JsonReport.write(back), StandardCharsets.UTF_8)).isEqualTo(new String(json, StandardCharsets.UTF_8));
    }

    @Test
    void fieldsHaveTheNamesAndTheOrderOfTheContract() {
        Place root = read(JsonReport.write(Reports.gatewayAbsent()));
        assertThat(root.object().keySet()).containsExactly("schema", "tool", "started", "elapsedMs", "machine", "verdict", "findings",
            "stages", "observations", "session");
        assertThat(root.field("verdict").object().keySet()).containsExactly("status", "stage", "code", "title", "summary", "between",
            "because", "against", "notMeasured", "atMs");
        assertThat(root.field("findings").items().getFirst().object().keySet()).containsExactly("code", "severity", "stage", "title",
            "explanation", "remedies", "because", "against", "notMeasured", "facts", "atMs");
        assertThat(root.field("stages").items().getFirst().object().keySet()).containsExactly("id", "status", "elapsedMs", "path");
        assertThat(root.field("observations").items().getFirst().object().keySet()).containsExactly("id", "probe", "target", "stage",
            "outcome", "cause", "detail", "method", "startedMs", "elapsedMs", "values");
        assertThat(root.field("session").object()).isEqualTo(Map.of("mode", "quick", "ticket", "", "answers", List.of(),
            "notes", List.of(), "timeline", List.of(), "rechecks", List.of()));
    }

    @Test
    void whatPeopleBroughtComesBackAsItWas() {
        Instant at = Instant.parse("2026-11-23T08:00:01Z");
        Conversation told = new Conversation(Conversation.Mode.GUIDED, "INC-7", List.of(new Conversation.Answered("lights-on", Truth.NO, at)),
            List.of(new Conversation.Note(Optional.of(Stage.GATEWAY), "moved last week", at)),
            List.of(new Conversation.Entry(at, "user", "stage-started", "gateway")),
            List.of(new Conversation.Recheck(at, Verdict.Status.FAULT, "gateway-absent", Verdict.Status.HEALTHY, "healthy")));
        Report report = Reports.healthy().with(told);
        assertThat(JsonReportReader.read(JsonReport.write(report))).isEqualTo(report);
    }

    @Test
    void valuesAreThoseOfTheContract() {
        Place root = read(JsonReport.write(Reports.gatewayAbsent()));
        assertThat(root.field("schema").text()).isEqualTo("faultline-report/1");
        assertThat(root.field("started").text()).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(root.field("elapsedMs").number()).isEqualTo(812.4);
        Place verdict = root.field("verdict");
        assertThat(verdict.field("status").text()).isEqualTo("fault");
        assertThat(verdict.field("between").value()).isEqualTo(List.of("enp3s0", "192.168.1.1"));
        assertThat(verdict.field("because").value()).isEqualTo(List.of("o4", "o5"));
        assertThat(verdict.field("notMeasured").value()).isEqualTo(List.of("o6"));
        Place stage = root.field("stages").items().get(3);
        assertThat(stage.field("path").items().get(1).object())
            .isEqualTo(Map.of("question", "gateway-on-link", "answer", "no", "because", List.of("o4", "o5")));
        assertThat(root.field("stages").items().get(4).field("explainedBy").text()).isEqualTo("gateway-absent");
        assertThat(root.field("findings").items().getFirst().field("remedies").items())
            .allSatisfy(remedy -> assertThat(remedy.field("who").text()).isIn("user", "administrator", "provider"));
    }

    @Test
    void fieldsOfAHigherMinorVersionAreIgnored() {
        String json = new String(JsonReport.write(Reports.healthy()), StandardCharsets.UTF_8);
        String newer = json.replaceFirst("\\{", "{\"new\": {\"deep\": [1, null]},").replace("\"id\": \"o1\"", "\"id\": \"o1\", \"newer\": null");
        assertThat(newer).contains("\"new\"", "\"newer\"");
        assertThat(JsonReportReader.read(newer.getBytes(StandardCharsets.UTF_8))).isEqualTo(Reports.healthy());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "schema": "faultline-report/1"        | "schema": "faultline-report/2"      | report.schema: "faultline-report/2" is not faultline-report/1
        "started": "2026-11-23T08:00:00Z"     | "started": "yesterday"              | report.started: "yesterday" is not a time such as
        "elapsedMs": 812.4                    | "elapsedMs": -1                     | report.elapsedMs: -1 ms is no possible duration
        "elapsedMs": 812.4                    | "elapsedMs": 1e999                  | report.elapsedMs: this number is out of range
        "elapsedMs": 812.4                    | "elapsedMs": "812"                  | report.elapsedMs: "812" is not a number
        "elapsedMs": 812.4                    | "elapsed": 812.4                    | report.elapsedMs: is missing
        "elapsedMs": 812.4                    | "elapsedMs": 1, "elapsedMs": 2      | report.elapsedMs: stands there twice
        "status": "fault"                     | "status": "doomed"                  | report.verdict.status: "doomed" is not known to this version
        "status": "fault"                     | "status": "healthy"                 | report.verdict.code: "gateway-absent" cannot be the code of a verdict that is healthy
        "code": "gateway-absent"              | "code": "gateway-gone"              | "gateway-gone"
        {"id":"loopback-ipv6"                 | {"id":"loopback-ipv9"               | report.stages[1].id: "loopback-ipv9" is not known to this version
        {"id":"loopback-ipv6"                 | {"id":"loopback-ipv4"               | report.stages[1].id: "loopback-ipv4" is out of order or stands there twice
        "id": "o2"                            | "id": "o1"                          | report.observations[1].id: "o1" stands there twice
        "cause": "no-reply"                   | "cause": "no-mood"                  | report.observations[3].cause: "no-mood" is not known to this version
        "answer":"no","because":["o4","o5"]   | "answer":"no","because":["o4","o99"] | "o99" is not among the observations
        "severity": "fault"                   | "severity": "info"                  | report.findings[0].severity: "info" is not the severity of gateway-absent, which is fault
        "values": {"medianMs":0.046}          | "values": {"medianMs":null}         | report.observations[1].values.medianMs: null is neither a text
        """)
    void whatDoesNotFitIsRefusedWithItsPlace(String right, String wrong, String message) {
        String json = new String(JsonReport.write(Reports.gatewayAbsent()), StandardCharsets.UTF_8);
        String broken = replaced(json, right, wrong);
        assertThatThrownBy(() -> JsonReportReader.read(broken.getBytes(StandardCharsets.UTF_8)))
            .isInstanceOf(BadJson.class).hasMessageContaining(message).hasMessageStartingWith("report");
    }

    /** The layout decides whether a blank stands after a colon; the table does not want to know. */
    private static String replaced(String json, String right, String wrong) {
        String with = json.contains(right) ? right : right.replace("\": ", "\":");
        assertThat(json).contains(with);
        return json.replaceFirst(Pattern.quote(with), Matcher.quoteReplacement(wrong));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''         | report: is empty
        {} x       | report: not JSON, line 1, column 4: there is text after
        {}, {}     | report: not JSON, line 1, column 3: there is text after the end
        []         | report: a list is not an object
        {"a":      | report: not JSON
        nul        | report: not JSON
        """)
    void whatIsNoDocumentIsRefused(String text, String message) {
        assertThatThrownBy(() -> JsonReportReader.read(text.getBytes(StandardCharsets.UTF_8)))
            .isInstanceOf(BadJson.class).hasMessageContaining(message);
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        byte[] deep = ("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonReportReader.read(deep)).isInstanceOf(BadJson.class).hasMessageContaining("nested deeper than 64");
        assertThatThrownBy(() -> JsonReportReader.read(new byte[LONGEST + 1])).isInstanceOf(BadJson.class).hasMessageContaining("bytes are more than");
    }

    @Test
    void noMutationBringsAnythingButARefusal() {
        Random random = new Random(20261123);
        int refused = 0;
        int read = 0;
        List<byte[]> seeds = Reports.all().stream().map(JsonReport::write).toList();
        for (int round = 0; round < 20_000; round++) {
            byte[] mutated = Mutation.of(seeds.get(round % seeds.size()), random);
            try {
                Report report = JsonReportReader.read(mutated);
                if (read++ % 20 == 0) {
                    TextReport.write(report, new TextStyle(80, true, false, TextStyle.Detail.ALL));
                }
            } catch (BadJson e) {
                assertThat(e.getMessage()).startsWith("report").hasSizeLessThan(2_000).matches("\\P{Cntrl}*");
                refused++;
            }
        }
        System.out.println("JsonReportReader: 20000 mutations, " + refused + " refused, " + read + " read");
        assertThat(refused).isGreaterThan(5_000);
        assertThat(read).isGreaterThan(100);
    }

    @Test
    void whatHasChangedComesBackAsItWasAndWhatIsNoSuchThingIsRefused() {
        Report compared = Reports.gatewayAbsent().with(Reports.guided().sinceHealthy().orElseThrow());
        String json = new String(JsonReport.write(compared), StandardCharsets.UTF_8);
        assertThat(JsonReportReader.read(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(compared);
        assertThat(json).contains("\"sinceHealthy\"", "\"2026-11-21T16:20:07Z\"");
        assertThatThrownBy(() -> JsonReportReader.read(json.replace("\"resolver\"", "\"weather\"").getBytes(StandardCharsets.UTF_8)))
            .hasMessageContaining("report.sinceHealthy.facts[1].topic: \"weather\" is not known");
        assertThatThrownBy(() -> JsonReportReader.read(json.replace("\"2026-11-21T16:20:07Z\"", "\"yesterday\"").getBytes(StandardCharsets.UTF_8)))
            .hasMessageContaining("report.sinceHealthy.started");
    }

    /** It holds addresses and names, and a code is read out loud. */
    @Test
    void noCodeHoldsAnythingOfWhatHasChanged() {
        HandoverCode without = HandoverCode.of(Reports.gatewayAbsent());
        HandoverCode with = HandoverCode.of(Reports.gatewayAbsent().with(Reports.guided().sinceHealthy().orElseThrow()));
        assertThat(with.spoken()).isEqualTo(without.spoken());
        assertThat(with.qr()).isEqualTo(without.qr());
    }
}
