package org.faultline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.report.TextReport;
import org.faultline.report.TextStyle;
import org.faultline.report.format.Formats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code faultline ports} shows is in every format that people read. */
class PortsReportTest {

    private static final TextStyle WIDE = new TextStyle(100, true, false, TextStyle.Detail.USUAL);

    private static String written(String format, String scenario, Locale locale) {
        return new String(Formats.of(format).orElseThrow().write(Scenario.named("ports/" + scenario).report(), locale), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "md", "text"})
    void theTableAndTheAdviceForEachProductAreThere(String format) {
        assertThat(written(format, "exposed", Locale.ENGLISH)).containsIgnoringCase("Listens on").containsIgnoringCase("Usually local, and open")
            .contains("redis-server", "redis.conf", "whether a firewall stands in front");
        assertThat(written(format, "exposed", Locale.GERMAN)).containsIgnoringCase("Lauscht auf").contains("redis.conf");
    }

    @ParameterizedTest
    @CsvSource({"nothing-listens, 0 listeners", "one, 1 listener", "baseline, 2 listeners"})
    void onlyListenersAreCounted(String scenario, String count) {
        assertThat(written("md", scenario, Locale.ENGLISH)).contains("— " + count + "\n");
    }

    @Test
    void whatIsNewOrGoneIsNamedAndMarked() {
        Report report = Scenario.named("ports/baseline").report();
        assertThat(TextReport.write(report, WIDE)).contains("port-new ports: New since the saved list: tcp 0.0.0.0:8080",
            "port-gone ports: Gone since the saved list: tcp 127.0.0.1:25", "+ tcp 0.0.0.0:8080");
    }

    /** That a scan was made and found nothing is an answer, too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "scan-agrees | All 65,535 TCP ports of 127.0.0.1, ::1 were tried: what answers there is as the list says. | Alle 65.535 TCP-Ports von 127.0.0.1, ::1 wurden versucht",
        "scan-unlisted | All 65,535 TCP ports of 127.0.0.1 were tried: what answers there is not as the list says. | Was dort antwortet, ist nicht das, was die Liste für diese Adressen nennt",
        "scan-cut-short | Not all TCP ports of 127.0.0.1, ::1 could be tried | Nicht alle TCP-Ports von 127.0.0.1, ::1 ließen sich versuchen",
        "baseline | Gone since the list was saved: tcp 127.0.0.1:25 | Verschwunden, seit die Liste gespeichert wurde: tcp 127.0.0.1:25",
        "baseline-unchanged | Since the list was saved no TCP port is new and none is gone. | Seit die Liste gespeichert wurde, ist kein TCP-Port neu und keiner verschwunden."})
    void belowTheListStandsWhetherAllPortsWereTriedAndWhatIsGone(String scenario, String english, String german) {
        assertThat(written("md", scenario, Locale.ENGLISH)).contains(english);
        assertThat(written("md", scenario, Locale.GERMAN)).contains(german);
        assertThat(TextReport.write(Scenario.named("ports/" + scenario).report(), WIDE)).contains(english);
    }

    /** As of an older version, or in a file of somebody else's. */
    @Test
    void aScanThatWasComparedWithNothingAgreesWithNothing() {
        Report report = Scenario.named("ports/scan-agrees").report();
        List<Observation> alone = report.observations().stream().filter(seen -> !seen.probe().equals("port-scan") || !seen.target().contains(" ")).toList();
        Report uncompared = new Report(report.toolVersion(), report.started(), report.elapsed(), report.machine(), report.diagnosis(), alone);
        assertThat(TextReport.write(uncompared, WIDE)).contains("All 65,535 TCP ports of 127.0.0.1, ::1 were tried; there was no list to compare them with.")
            .doesNotContain("the list says");
    }

    @Test
    void aListAloneSaysNothingOfAScanOrOfAnotherList() {
        assertThat(TextReport.write(Scenario.named("ports/one").report(), WIDE)).doesNotContain("65,535", "was saved");
    }

    /** Closed, a single stage would be a page of boxes without words; blown up, a poster. */
    @Test
    void theOnlyStageStandsOpenAtItsOwnSize() {
        assertThat(written("html", "one", Locale.ENGLISH)).contains("<figure class=\"narrow\">", "table of listeners");
        String whole = new String(Formats.of("html").orElseThrow().write(Scenario.named("external/dns-refused").report(), Locale.ENGLISH), StandardCharsets.UTF_8);
        assertThat(whole).contains("<figure class=\"wide\">");
    }

    @Test
    void whatSpeaksForAHealthyServiceIsNotFoundBesidesItself() {
        String up = new String(Formats.of("html").orElseThrow().write(Scenario.named("service/up-web").report(), Locale.ENGLISH), StandardCharsets.UTF_8);
        assertThat(up).contains("answers</h1>").doesNotContain("Also found");
    }

    /** A mark of the break alone at the rim of the page would belong to nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"service/not-running", "service/other-family"})
    void noBreakIsDrawnBeforeTheFirstStop(String scenario) {
        String html = new String(Formats.of("html").orElseThrow().write(Scenario.named(scenario).report(), Locale.ENGLISH), StandardCharsets.UTF_8);
        assertThat(html).contains("<ol class=\"path\">\n<li class=\"fault\">").contains("class=\"gap broken\"");
        String later = new String(Formats.of("html").orElseThrow().write(Scenario.named("gateway/gateway-absent").report(), Locale.ENGLISH), StandardCharsets.UTF_8);
        assertThat(later).contains("<li class=\"fault broken\">");
    }

    @Test
    void anEmptyTableIsSaidInWords() {
        assertThat(TextReport.write(Scenario.named("ports/nothing-listens").report(), WIDE)).contains("\nNobody listens.\n").doesNotContain("\n\n\n");
    }

    @Test
    void nobodyIsSentInACircle() {
        assertThat(TextReport.write(Scenario.named("ports/exposed").report(), WIDE)).doesNotContain("$ faultline ports\n");
    }
}
