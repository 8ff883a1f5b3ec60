package org.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.faultline.model.Report;
import org.faultline.report.HostileReports;
import org.faultline.report.JsonReport;
import org.faultline.report.Reports;
import org.faultline.report.ShownTime;
import org.faultline.report.format.Formats;
import org.faultline.report.format.ReportFormat;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code report show} and {@code report convert}: what they print, what they write, and that they never replace what they should not. */
@Execution(ExecutionMode.CONCURRENT)
class ReportCommandsTest {

    @TempDir
    private Path folder;

    /** One call of the program. */
    private record Call(int code, String out, String err) {

        static Call of(Object... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                false, false, Map.of());
            int code = Faultline.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new), terminal);
            return new Call(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    static List<ReportFormat> formats() {
        return Formats.ALL;
    }

    static List<HostileReports.Hostile> hostile() {
        return HostileReports.all();
    }

    private Path saved(String name, Report report) throws IOException {
        return Files.write(folder.resolve(name), JsonReport.write(report));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void showTellsTheReportWhereItIsFromAndHowThisVersionJudgesIt() throws IOException {
        Call call = Call.of("report", "show", saved("office.faultline.json", Reports.gatewayAbsent()));
        assertThat(call.out()).startsWith("FAULT gateway-absent gateway: Nobody answers at the router's address\n")
            .containsPattern("(?s)Saved report of \\Q" + ShownTime.here(Locale.ENGLISH).of(Reports.gatewayAbsent().started())
                + "\\E, measured by faultline 0\\.1\\.0\\.\\s+Nothing\\s+was\\s+measured.*This version\\s+judges");
        assertThat(call.err()).isEmpty();
        assertThat(call.code()).isEqualTo(2);
    }

    @Test
    void severalAreShownAndTheWorstDecides() throws IOException {
        Call call = Call.of("report", "show", "-q", saved("a.json", Reports.healthy()), saved("b.json", Reports.degraded()));
        assertThat(call.out().lines()).hasSize(2);
        assertThat(call.code()).isEqualTo(1);
        Call german = Call.of("report", "show", "--language", "de", folder.resolve("a.json"), folder.resolve("b.json"));
        assertThat(german.out()).contains("== " + folder.resolve("b.json"), "Gespeicherter Bericht vom");
    }

    @Test
    void whatChangedIsToldInEitherLanguage() throws IOException {
        Path before = saved("a.json", Reports.healthy());
        Path after = saved("b.json", Reports.gatewayAbsent());
        assertThat(Call.of("report", "diff", before, after).out()).startsWith("before  ").contains("became");
        assertThat(Call.of("report", "diff", "--language", "de", before, after).out()).startsWith("vorher  ").contains("wurde");
        assertThat(Call.of("report", "diff", "--language", "de", "--json", before, after)).isEqualTo(Call.of("report", "diff", "--json", before, after));
    }

    /** What {@code faultline service 8080 9090 --json} writes. */
    @Test
    void aFileOfSeveralServicesIsShownWholeAndMadeIntoOneFileEach() throws IOException {
        Path two = Files.write(folder.resolve("two.faultline.json"), JsonReport.write(List.of(Scenario.named("service/up-web").report(), Scenario.named("service/not-running").report())));
        Call shown = Call.of("report", "show", two);
        assertThat(shown.out()).contains("== " + two + " [1/2]", "== " + two + " [2/2]", "Nobody listens for the service");
        assertThat(shown.code()).isEqualTo(2);
        assertThat(Call.of("report", "show", "-q", two).out().lines()).hasSize(2);
        Call converted = Call.of("report", "convert", two, "--format", "json");
        assertThat(converted.out().lines()).containsExactly(folder.resolve("two-1.faultline.json").toString(), folder.resolve("two-2.faultline.json").toString());
        assertThat(Call.of("report", "show", "-q", folder.resolve("two-2.faultline.json")).out()).startsWith("FAULT ");
        assertThat(Call.of("report", "convert", two, "-o", folder.resolve("one.html")).err()).contains("of several reports each needs a file of its own");
        assertThat(Call.of("report", "diff", two, two).err()).contains(two + " holds 2 reports, one for each service;").doesNotContain("a list is not");
        assertThat(names()).containsExactlyInAnyOrder("two.faultline.json", "two-1.faultline.json", "two-2.faultline.json");
    }

    @Test
    void oneThatCannotBeReadDoesNotHideTheOthers() throws IOException {
        Call call = Call.of("report", "show", "-q", folder.resolve("nowhere.json"), saved("a.json", Reports.healthy()), folder);
        assertThat(call.out()).startsWith("OK healthy");
        assertThat(call.err()).contains("nowhere.json: there is no such file").contains(folder + ": it is not a file");
        assertThat(call.code()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void convertWritesBesideTheReport(ReportFormat format) throws IOException {
        Path report = saved("office.faultline.json", Reports.guided());
        Call call = Call.of("report", "convert", report, "--format", format.id());
        if (format.id().equals("json")) {
            assertThat(call.err()).contains("that is the report itself");
            assertThat(call.code()).isEqualTo(3);
            return;
        }
        assertThat(call).isEqualTo(new Call(0, folder.resolve("office." + format.ending()) + "\n", ""));
        assertThat(names()).containsExactlyInAnyOrder("office.faultline.json", "office." + format.ending());
        assertThat(folder.resolve("office." + format.ending())).isNotEmptyFile();
    }

    @Test
    void theEndingOfTheFileIsEnough() throws IOException {
        Call call = Call.of("report", "convert", saved("a.faultline.json", Reports.healthy()), "-o", folder.resolve("b.pdf"));
        assertThat(call.code()).isZero();
        assertThat(Files.readString(folder.resolve("b.pdf"), StandardCharsets.ISO_8859_1)).startsWith("%PDF-1.7");
    }

    @Test
    void whatIsThereAlreadyStaysUnlessForced() throws IOException {
        Path report = saved("a.faultline.json", Reports.healthy());
        Path there = Files.writeString(folder.resolve("a.html"), "mine");
        Call call = Call.of("report", "convert", report, "--format", "html");
        assertThat(call.err()).contains("a.html: it is there already; --force replaces it");
        assertThat(call.code()).isEqualTo(3);
        assertThat(there).hasContent("mine");
        assertThat(Call.of("report", "convert", report, "--format", "html", "--force").code()).isZero();
        assertThat(Files.readString(there)).startsWith("<!DOCTYPE html>");
    }

    @Test
    void theReportItselfIsNeverReplaced() throws IOException {
        Path report = saved("a.json", Reports.healthy());
        byte[] before = Files.readAllBytes(report);
        Call call = Call.of("report", "convert", report, "--format", "text", "--force", "-o", folder.resolve("./a.json"));
        assertThat(call.err()).contains("that is the report itself");
        assertThat(Files.readAllBytes(report)).isEqualTo(before);
    }

    @Test
    void severalGoIntoAFolderAndEachFailureIsTold() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"schema\": \"faultline-report/1\",\n}");
        Call call = Call.of("report", "convert", saved("a.faultline.json", Reports.healthy()), broken, saved("b.json", Reports.degraded()),
            "--format", "md", "-o", out);
        assertThat(call.out().lines()).containsExactly(out.resolve("a.md").toString(), out.resolve("b.md").toString());
        assertThat(call.err()).contains("broken.json is no report that this version reads: report: not JSON, line 2, column 1:");
        assertThat(call.code()).isEqualTo(3);
        assertThat(Call.of("report", "convert", folder.resolve("b.json"), broken, "--format", "md", "-o", folder.resolve("c.md")).err())
            .contains("c.md is no folder that is there");
    }

    @Test
    void aLaterReportIsConvertedWithAWarning() throws IOException {
        Path later = Files.writeString(folder.resolve("later.json"), new String(JsonReport.write(Reports.healthy()), StandardCharsets.UTF_8)
            .replace("faultline-report/1", "faultline-report/2").replaceFirst("\"id\": ?\"external\"", "\"id\":\"moon\""));
        Call call = Call.of("report", "convert", later, "--format", "text");
        assertThat(call.code()).isZero();
        assertThat(call.err()).contains("later version than this one (faultline-report/2)").contains("Left out: report.stages[4].id: \"moon\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report convert a.json", "report convert", "report show", "report convert a.json --format doc"})
    void whatIsMissingIsSaid(String arguments) {
        Call call = Call.of((Object[]) arguments.split(" "));
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).startsWith("faultline: ").doesNotContain("Exception");
    }

    /** Nothing of a hostile file runs, reaches the terminal or replaces anything; what is refused names the place. */
    @ParameterizedTest
    @MethodSource("hostile")
    void hostileFilesAreRefusedOrShownHarmless(HostileReports.Hostile hostile) throws IOException {
        Path file = Files.write(folder.resolve("hostile.json"), hostile.bytes());
        Call shown = Call.of("report", "show", "-v", file);
        assertThat(shown.out() + shown.err()).doesNotContain("\u001b", "\u202e", "\u0007", "\u0000", "Exception");
        assertThat(shown.err()).contains(hostile.message());
        assertThat(shown.code()).isIn(hostile.message().isEmpty() ? List.of(0, 1, 2, 3) : List.of(3));
        for (ReportFormat format : Formats.ALL) {
            Path target = folder.resolve("out." + format.ending());
            Call call = Call.of("report", "convert", file, "--format", format.id(), "-o", target);
            assertThat(call.code()).isEqualTo(hostile.message().isEmpty() ? 0 : 3);
            assertThat(Files.exists(target)).isEqualTo(hostile.message().isEmpty());
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(hostile.bytes());
    }
}
