package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faultline.model.Diagnosis;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Verdict;
import org.faultline.report.TextStyle.Detail;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a person reads in the terminal. The golden files in {@code src/test/resources/golden} are written anew by
 * {@code mvn test -Dtest=TextReportTest -Dgolden.write=true}; read the difference before you commit it.
 */
class TextReportTest {

    private static final TextStyle USUAL = new TextStyle(80, true, false, Detail.USUAL);

    static Stream<Report> reports() {
        return Reports.all().stream();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void looksLikeItsGoldenFile(Report report) throws IOException {
        Golden.compare(report.diagnosis().verdict().code() + ".txt", TextReport.write(report, USUAL));
    }

    /** Where a stage failed, the router of the other family or some host on the internet may have answered within a millisecond. */
    @ParameterizedTest
    @ValueSource(strings = {"gateway/gateway-absent-beside-a-living-ipv6-router", "external/dns-unreachable"})
    void noTimeStandsBesideAFault(String scenario) {
        String text = TextReport.write(Scenario.named(scenario).report(), USUAL);
        assertThat(text.lines().filter(line -> line.strip().startsWith("✘"))).singleElement().asString().contains("no reply").doesNotContain(" ms");
    }

    /** Whoever asked what listens here has asked nothing of a site or of the way to it. */
    @Test
    void aListOfPortsWithoutAFaultSpeaksOfPorts() {
        Report report = Scenario.named("ports/quiet-desk").report();
        assertThat(TextReport.write(report, USUAL)).startsWith("OK healthy ports: Open ports: no fault was found\n")
            .contains("what listens on this computer").doesNotContain("Everything that was checked", "one site alone");
        assertThat(TextReport.write(report, USUAL, Locale.GERMAN)).startsWith("OK healthy ports: Offene Ports: keine Störung gefunden\n");
        assertThat(TextReport.write(Scenario.named("ports/exposed").report(), USUAL)).doesNotContain("Open ports: no fault was found");
    }

    @Test
    void verboseLooksLikeItsGoldenFile() throws IOException {
        Golden.compare("gateway-absent-verbose.txt", TextReport.write(Reports.gatewayAbsent(), new TextStyle(80, true, false, Detail.ALL)));
    }

    @Test
    void asciiLooksLikeItsGoldenFile() throws IOException {
        Golden.compare("gateway-absent-ascii.txt", TextReport.write(Reports.gatewayAbsent(), new TextStyle(80, false, false, Detail.USUAL)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void firstLineKeepsTheContract(Report report) {
        String first = TextReport.write(report, USUAL).lines().findFirst().orElseThrow();
        assertThat(first).matches("(OK|WARNING|FAULT|UNDECIDED) [a-z0-9-]+ (loopback-ipv4|loopback-ipv6|interface|gateway|external): .+");
        assertThat(first.split(" ")[1]).isEqualTo(report.diagnosis().verdict().code());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void quietIsTheFirstLineAlone(Report report) {
        String quiet = TextReport.write(report, new TextStyle(80, true, false, Detail.LINE));
        assertThat(quiet.lines()).hasSize(1);
        assertThat(TextReport.write(report, USUAL)).startsWith(quiet);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void colourChangesNothingButColour(Report report) {
        String coloured = TextReport.write(report, new TextStyle(80, true, true, Detail.ALL));
        assertThat(coloured).contains("\u001b[");
        assertThat(Pattern.compile("\u001b\\[[0-9;]*m").matcher(coloured).replaceAll(""))
            .isEqualTo(TextReport.write(report, new TextStyle(80, true, false, Detail.ALL)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void withoutUnicodeEveryCharacterIsAscii(Report report) {
        assertThat(TextReport.write(report, new TextStyle(80, false, false, Detail.ALL)).chars()).allMatch(c -> c >= 32 && c < 127 || c == '\n');
    }

    @ParameterizedTest
    @MethodSource("reports")
    void onlyWhatMustNotBeBrokenIsWiderThanAsked(Report report) {
        assertThat(TextReport.write(report, USUAL).lines().skip(1).filter(line -> !line.contains(" $ "))).allMatch(line -> line.length() <= 80);
    }

    @Test
    void whatTheNetworkSaysCannotSteerTheTerminal() {
        String text = TextReport.write(Reports.degraded(), new TextStyle(80, true, false, Detail.ALL));
        assertThat(text).contains("answer \\u001b[31mred\\u202e").doesNotContain("\u001b").doesNotContain("\u202e");
    }

    @Test
    void theBreakIsDrawnBetweenTheTwoStages() {
        assertThat(TextReport.write(Reports.gatewayAbsent(), USUAL).lines()
            .filter(line -> line.contains("Network adapter ") || line.contains("broken") || line.contains("✘")).map(String::strip))
            .satisfiesExactly(adapter -> assertThat(adapter).contains("enp3s0  192.168.1.20/24"),
                gap -> assertThat(gap).isEqualTo("╳ broken between enp3s0 and 192.168.1.1"),
                router -> assertThat(router).contains("fault").contains("192.168.1.1"));
    }

    @Test
    void evidenceOfTheStageItselfComesFirst() {
        Report report = Reports.gatewayAbsent();
        Finding finding = report.diagnosis().findings().getFirst();
        Observation elsewhere = report.observations().getFirst();
        Finding mixed = new Finding(finding.fault(), finding.stage(), Stream.concat(Stream.of(elsewhere), finding.because().stream()).toList(),
            finding.against(), finding.notMeasured(), finding.facts(), finding.at());
        Verdict verdict = new Verdict(Verdict.Status.FAULT, Optional.of(mixed), report.diagnosis().verdict().between(), Duration.ZERO);
        String text = TextReport.write(new Report("0.1.0", report.started(), report.elapsed(), report.machine(),
            new Diagnosis(verdict, List.of(mixed), report.diagnosis().stages()), report.observations()), USUAL);
        assertThat(text).containsSubsequence("EVIDENCE", "The router 192.168.1.1 on the link: no reply", "Ping to the router 192.168.1.1", "loopback4-talk", "against");
    }
}
