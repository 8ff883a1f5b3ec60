package org.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faultline.report.HandoverCode;
import org.faultline.report.JsonReport;
import org.faultline.report.Redaction;
import org.faultline.report.Reports;
import org.faultline.report.ShownTime;
import org.faultline.report.handover.QrPicture;
import org.faultline.scenario.Scenario;
import org.faultline.store.Folders;
import org.faultline.store.History;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code faultline report code} prints what {@code faultline decode} reads, in a picture that is the picture. */
class CodeCommandTest {

    private static final HandoverCode CODE = HandoverCode.of(Redaction.of(Reports.gatewayAbsent()).report());

    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void saveOne() throws IOException {
        file = Files.write(home.resolve("office.faultline.json"), JsonReport.write(Reports.gatewayAbsent()));
    }

    private record Call(int code, String out, String err) { }

    private Call call(Charset charset, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = new HashMap<>(Map.of("HOME", home.toString(), "COLUMNS", "80"));
        Terminal terminal = new Terminal(new PrintStream(out, true, charset), new PrintStream(err, true, charset), false, false, environment);
        int code = Faultline.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new), terminal);
        return new Call(code, out.toString(charset), err.toString(charset));
    }

    private Call call(Object... arguments) {
        return call(StandardCharsets.UTF_8, arguments);
    }

    @Test
    void bothCodesAreDecodedAgain() {
        List<String> codes = call("report", "code", "-q", file).out().lines().toList();
        assertThat(codes).containsExactly(CODE.spoken(), CODE.qr());
        for (String code : codes) {
            Call decoded = call("decode", code);
            assertThat(decoded.out()).startsWith("FAULT gateway-absent gateway: Nobody answers at the router's address\n");
            assertThat(decoded.code()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "never"})
    void thePictureInTheTerminalIsThePicture(String colour) {
        List<String> lines = call("report", "code", "--color", colour, file).out().lines().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")).toList();
        QrPicture picture = CODE.picture();
        int side = picture.size() + 2 * QrPicture.MARGIN;
        List<String> drawn = lines.stream().filter(line -> line.length() == side && line.matches("[ █▀▄]+")).toList();
        assertThat(drawn).hasSize((side + 1) / 2);
        boolean inkIsDark = colour.equals("always");
        for (int y = 0; y < picture.size(); y++) {
            for (int x = 0; x < picture.size(); x++) {
                int row = y + QrPicture.MARGIN;
                char block = drawn.get(row / 2).charAt(x + QrPicture.MARGIN);
                boolean ink = block == '█' || block == (row % 2 == 0 ? '▀' : '▄');
                assertThat(ink == inkIsDark).as("module %d,%d", x, y).isEqualTo(picture.isDark(x, y));
            }
        }
    }

    @Test
    void namesAreReplacedUnlessAskedFor() {
        assertThat(call("report", "code", file).out()).contains("are replaced.");
        Call full = call("report", "code", "--full", file);
        assertThat(full.out()).contains("names and addresses as").contains(HandoverCode.of(Reports.gatewayAbsent()).qr());
    }

    @Test
    void withoutAFileItIsTheLastCheck() throws Exception {
        assertThat(call("report", "code").err()).contains("no check has been kept");
        History history = History.in(Folders.of(System.getProperty("os.name"), home, Map.of("HOME", home.toString())), History.Bounds.USUAL);
        history.add(Reports.gatewayAbsent());
        Call call = call("report", "code", "-q");
        assertThat(call.out().lines()).containsExactly(CODE.spoken(), CODE.qr());
        assertThat(call.err()).startsWith("faultline: the last check of the way outward that was kept, " + ShownTime.here(Locale.ENGLISH).of(Reports.gatewayAbsent().started()) + ": Nobody answers at the router's address (")
            .contains(history.list().getFirst().file().toString());
        assertThat(call("report", "code", "--language", "de").err()).contains("die letzte aufgehobene Prüfung", "Unter der Adresse des Routers");
        assertThat(call("report", "code", file).err()).as("of the one that was named").isEmpty();
    }

    private static String digest(String told) {
        Matcher digest = Pattern.compile("Digest of all answers: (\\d+)\\.").matcher(told);
        assertThat(digest.find()).as(told).isTrue();
        return digest.group(1);
    }

    /** So that whoever has a code and a report can tell whether both are of one run. */
    @Test
    void bothCodesAndTheReportShowTheSameDigest() throws IOException {
        for (String name : List.of("gateway/gateway-absent", "external/healthy-home", "service/not-running")) {
            Path run = Files.write(home.resolve("run.faultline.json"), JsonReport.write(Scenario.named(name).report()));
            List<String> codes = call("report", "code", "-q", run).out().lines().toList();
            String shown = digest(call("report", "show", "-v", run).out());
            assertThat(codes.stream().map(code -> digest(call("decode", code).out()))).as(name).containsExactly(shown, shown);
            for (String format : List.of("html", "md")) {
                call("report", "convert", "--redact", "--force", "--format", format, run);
                assertThat(digest(Files.readString(home.resolve("run." + format)))).as(name).isEqualTo(shown);
            }
        }
    }

    /** The picture has no names of questions that have no number, and so no digest that a report could have. */
    @Test
    void aDigestThatNoReportCanHaveIsNotShown() {
        assertThat(call("decode", CODE.qr()).out()).contains("question-0").doesNotContain("Digest");
        assertThat(call("decode", CODE.spoken()).out()).contains("Digest of all answers");
    }

    @Test
    void aTerminalOfAsciiGetsTheTextAlone() {
        Call call = call(StandardCharsets.US_ASCII, "report", "code", file);
        assertThat(call.out()).contains("more than ASCII").contains(CODE.qr()).doesNotContain("?");
        assertThat(call.code()).isZero();
    }

    @Test
    void germanIsGerman() {
        assertThat(call("report", "code", "--language", "de", file).out()).startsWith("Lesen Sie das am Telefon vor.");
        assertThat(call("decode", "--language", "de", CODE.spoken()).out()).contains("WAS ZU TUN IST");
        assertThat(call("decode", "--language", "de", "7K2M").err()).contains("Zeichen");
    }
}
