package org.faultline.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.faultline.model.ChangedFact;
import org.faultline.model.Report;
import org.faultline.model.SinceHealthy;
import org.faultline.report.Golden;
import org.faultline.report.JsonReportReader;
import org.faultline.report.Reports;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What every format promises, over reports made by hand and those of all scenarios. */
@Execution(ExecutionMode.CONCURRENT)
class FormatsTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    @TempDir
    private Path folder;

    static List<ReportFormat> formats() {
        return Formats.ALL;
    }

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    static Stream<Report> reports() {
        return Stream.concat(Reports.all().stream(), Stream.of(Reports.guided()));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void looksLikeItsGoldenFile(ReportFormat format) throws IOException {
        for (Report report : List.of(Reports.guided(), Reports.degraded())) {
            for (Locale locale : List.of("text", "md").contains(format.id()) ? LANGUAGES : List.of(Locale.ENGLISH)) {
                byte[] bytes = format.write(report, locale);
                String shown = format.id().equals("pdf") ? Pdf.of(bytes).unpacked() : new String(bytes, StandardCharsets.UTF_8);
                Golden.compare("formats/" + report.diagnosis().verdict().code() + "-" + locale + "." + format.ending(), shown);
            }
        }
    }

    /** By what they claim earlier runs are opened or not. */
    @ParameterizedTest
    @MethodSource("formats")
    void eachTellsWhatHasChangedJustWhereItSaysSo(ReportFormat format) {
        Report report = Reports.degraded();
        Report changed = report.with(new SinceHealthy(Instant.EPOCH, List.of(new ChangedFact(ChangedFact.Topic.RESOLVER, List.of("192.168.1.1"), List.of()))));
        for (Locale locale : LANGUAGES) {
            assertThat(!Arrays.equals(format.write(report, locale), format.write(changed, locale))).isEqualTo(format.tellsChanges());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void everyScenarioIsWrittenInEveryFormatInOneOfTheLanguages(Scenario scenario) throws Exception {
        Report report = scenario.report();
        for (ReportFormat format : Formats.ALL) {
            promises(format, format.write(report, LANGUAGES.get(Math.floorMod(scenario.toString().hashCode() + format.id().length(), 2))));
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyReportIsWrittenInEveryFormat(Report report) throws Exception {
        for (Locale locale : LANGUAGES) {
            for (ReportFormat format : Formats.ALL) {
                byte[] bytes = format.write(report, locale);
                promises(format, bytes);
                assertThat(format.write(report, locale)).as("the same report gives the same bytes").isEqualTo(bytes);
            }
        }
    }

    /** What holds for any report, however hostile. */
    static void promises(ReportFormat format, byte[] bytes) throws Exception {
        switch (format.id()) {
            case "pdf" -> assertThat(Pdf.of(bytes).unpacked()).contains("/Marked true", "/StructTreeRoot", "/Lang");
            case "json" -> assertThat(JsonReportReader.read(bytes)).isNotNull();
            default -> {
                String text = decoded(bytes);
                assertThat(text.chars()).noneMatch(unit -> Character.isISOControl(unit) && unit != '\n');
                assertThat(text.codePoints()).noneMatch(point -> Character.getType(point) == Character.FORMAT);
                assertThat(text).endsWith("\n");
            }
        }
        switch (format.id()) {
            case "html" -> needsNothingBesideIt(xml(bytes));
            case "svg" -> needsNothingBesideIt(xml(bytes));
            case "nagios" -> assertThat(decoded(bytes)).matches("(OK|WARNING|CRITICAL|UNKNOWN) - [^|]+ \\|( [a-z0-9_]+=[0-9.]+(ms|s);[0-9.]*;;0)+\n");
            default -> { }
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    static Document xml(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setExpandEntityReferences(false);
        return factory.newDocumentBuilder().parse(new InputSource(new ByteArrayInputStream(bytes)));
    }

    /** No script, no link, no picture, no font from elsewhere; style sheets without an address. */
    private static void needsNothingBesideIt(Document document) {
        NodeList all = document.getElementsByTagName("*");
        for (int at = 0; at < all.getLength(); at++) {
            Element element = (Element) all.item(at);
            assertThat(element.getTagName().toLowerCase(Locale.ROOT)).isNotIn("script", "link", "img", "iframe", "object", "embed", "a", "base", "form", "image", "foreignobject");
            for (int number = 0; number < element.getAttributes().getLength(); number++) {
                String name = element.getAttributes().item(number).getNodeName().toLowerCase(Locale.ROOT);
                assertThat(name).doesNotStartWith("on").isNotIn("src", "style", "srcset", "action");
                if (name.endsWith("href")) {
                    assertThat(element.getAttributes().item(number).getNodeValue()).startsWith("#");
                }
            }
            if (element.getTagName().equals("style")) {
                assertThat(element.getTextContent()).doesNotContain("url(", "@import", "http");
            }
        }
    }

    @Test
    void idsAndEndingsAreDistinctAndThoseOfTheContract() {
        assertThat(Formats.ALL).extracting(ReportFormat::id).containsExactly("text", "json", "html", "pdf", "md", "svg", "prometheus", "nagios");
        assertThat(Formats.ALL).extracting(ReportFormat::ending).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"a.html, html", "b.PDF, pdf", "c.faultline.json, json", "d.json, json", "e.txt, text", "f.nagios.txt, nagios", "g.md, md", "h.prom, prometheus",
        "i.svg, svg", "j.doc, ''", "json, ''", "html, ''"})
    void theEndingOfAFileTellsItsFormat(String file, String id) {
        assertThat(Formats.ofFile(file).map(ReportFormat::id).orElse("")).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void promtoolAcceptsTheMetrics(Report report) {
        Tool.run(new PrometheusFormat().write(report, Locale.ENGLISH), "promtool", "check", "metrics");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void qpdfFindsNoErrorAndTheTextIsThere(Report report) throws IOException {
        Path file = Files.write(folder.resolve("report.pdf"), new PdfFormat().write(report, Locale.GERMAN));
        assertThat(Tool.run("qpdf", "--check", file.toString())).contains("No syntax or stream encoding errors found");
        String text = Tool.run("pdftotext", "-enc", "UTF-8", file.toString(), "-").replaceAll("\\s+", " ");
        assertThat(text).contains(org.faultline.report.ReportSheet.of(report, Locale.GERMAN).summary().replaceAll("\\s+", " "));
    }
}
