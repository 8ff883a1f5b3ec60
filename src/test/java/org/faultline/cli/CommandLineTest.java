package org.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.faultline.json.JsonText;
import org.faultline.model.Fault;
import org.faultline.model.Verdict;
import org.faultline.report.JsonReportReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What arguments do: results on stdout, everything else on stderr, and the exit codes. Measures nothing but loopback. */
class CommandLineTest {

    @TempDir
    private Path folder;

    /** One call of the program. */
    private record Call(int code, String out, String err) {

        static Call of(String... arguments) {
            return on(StandardCharsets.UTF_8, arguments);
        }

        static Call on(Charset charset, String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Terminal terminal = new Terminal(new PrintStream(out, true, charset), new PrintStream(err, true, charset), false, false, Map.of());
            int code = Faultline.run(arguments, terminal);
            return new Call(code, out.toString(charset), err.toString(charset));
        }

        static Call withWords(String arguments) {
            return of(arguments.split(" "));
        }
    }

    @ParameterizedTest
    @CsvSource({"HEALTHY, 0", "DEGRADED, 1", "FAULT, 2", "UNDECIDED, 3"})
    void eachStatusHasItsExitCode(Verdict.Status status, int code) {
        assertThat(ExitCode.of(status)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        chec                                   | Unmatched argument at index 0: 'chec'
        check x                                | Unmatched argument at index 1: 'x'
        check --deadlin 3s                     | Unknown options: '--deadlin', '3s'
        check --deadline 3                     | '3' is not a duration such as 30s, 1500ms or 2m
        check --deadline 0s                    | '0s' is not between 1ms and 60m
        check --deadline 2h                    | '2h' is not a duration
        check --deadline 61m                   | '61m' is not between 1ms and 60m
        check --deadline -1s                   | '-1s' is not a duration
        check --only dns                       | 'dns' is not a stage; the stages are loopback-ipv4, loopback-ipv6, interface, gateway, external
        check --only gateway,dns               | 'dns' is not a stage
        check --format doc                     | 'doc' is not a format; the formats are text, json, html, pdf, md, svg, prometheus, nagios
        check --language fr                    | 'fr' is not a language that this version has; it has en and de
        check --json --format text             | --json and --format text contradict each other
        check -q -v                            | -q and -v contradict each other
        service                                | say which service: a port, HOST:PORT or a URL
        service localhost                      | TARGET: "localhost" has no port between 1 and 65535
        service 8080 99999                     | TARGET: "99999" has no port between 1 and 65535
        service 8080 -q -v                     | -q and -v contradict each other
        ports x                                | Unmatched argument at index 1: 'x'
        ports --baseline none.json             | baseline: there is no file none.json
        check --only external --no-external    | nothing is left to check: --only external, but nothing beyond the router
        report                                 | say what to do with the report: show, convert, redact, diff
        decode                                 | Missing required parameter: 'CODE'
        decode ABCD-EFGH                       | the code has 8 of 16 characters
        decode FAULTLINE9:ABC                  | a later version of Faultline made this code
        report redact                          | Missing required parameter: 'FILE'
        report redact none.json                | cannot read none.json: there is no such file
        report redact src                      | cannot read src: it is not a file
        report redact pom.xml                  | pom.xml is no report that this version reads: report
        check --color sometimes                | 'sometimes' is not one of auto, always, never
        check --profile /nowhere/profile.json  | profile: there is no file /nowhere/profile.json
        check -o /nowhere/report.json          | cannot write /nowhere/report.json: there is no folder /nowhere
        check -o /tmp                          | cannot write /tmp: it is a folder
        watch --interval 0.5s                  | --interval must be at least 1s
        watch --interval soon                  | 'soon' is not a duration such as 30s, 1500ms or 2m
        watch --count 0                        | --count must be at least 1
        watch --format json                    | 'json' is not a format of watch; the formats are text and jsonl
        watch --listen 0.0.0.0:9469            | '0.0.0.0:9469' is not a loopback address with a port, such as 127.0.0.1:9469
        watch --listen 127.0.0.1:99999         | '127.0.0.1:99999' is not a loopback address with a port
        watch --webhook ftp://example.org/     | --webhook takes an address such as https://example.org/hook
        watch --webhook http://a:b@example.org | --webhook takes an address such as https://example.org/hook, without user and password
        watch --only external --no-external    | nothing is left to check: --only external, but nothing beyond the router
        watch --log /nowhere/watch.log --count 1 | cannot write /nowhere/watch.log: there is no folder /nowhere
        watch --metrics-file /nowhere/a.prom   | cannot write /nowhere/a.prom: there is no folder /nowhere
        practice xyzzy                         | there is no exercise 'xyzzy'; 'faultline practice --list' names all
        explain gatway-absent                  | there is no code or stage 'gatway-absent'; did you mean gateway-absent
        explain xyzzy                          | there is no code or stage 'xyzzy'; 'faultline explain' lists all
        explain gateway external               | Unmatched argument at index 2: 'external'
        """)
    void badArgumentsAreRefusedInOneMessage(String arguments, String message) {
        Call call = Call.withWords(arguments);
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).startsWith("faultline: ").contains(message).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(call.err().lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "check --help", "report --help", "report show --help", "report convert --help", "watch --help", "practice --help", "explain --help"})
    void everyHelpHasAnExampleAndFitsTheScreen(String arguments) {
        Call call = Call.withWords(arguments);
        assertThat(call.code()).isZero();
        assertThat(call.err()).isEmpty();
        assertThat(call.out()).containsPattern("Examples?:\n  faultline ").contains("Exit codes:").doesNotContain("self-train");
        assertThat(call.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theVersionIsOneLine() {
        Call call = Call.of("--version");
        assertThat(call.code()).isZero();
        assertThat(Call.of("-V")).isEqualTo(call);
        assertThat(call.out()).matches("faultline [0-9.]+ \\(Java 25.*\\)\n");
    }

    /** Loopback alone: no packet leaves this machine. What it finds depends on the machine; that all agrees does not. */
    @Test
    void theFirstLineAndTheExitCodeAgree() {
        Call call = Call.of("check", "--only", "loopback-ipv4", "--no-external", "-q");
        assertThat(call.out()).matches("(OK|WARNING|FAULT|UNDECIDED) [a-z0-9-]+ loopback-ipv4: .+\n");
        assertThat(call.code()).isEqualTo(List.of("OK", "WARNING", "FAULT", "UNDECIDED").indexOf(call.out().split(" ")[0]));
        assertThat(call.err()).isEmpty();
    }

    @Test
    void jsonOnStdoutIsAReport() {
        Call call = Call.of("check", "--only", "loopback-ipv4,loopback-ipv6", "--no-external", "--json");
        byte[] json = call.out().getBytes(StandardCharsets.UTF_8);
        assertThat(call.code()).isEqualTo(ExitCode.of(JsonReportReader.read(json).diagnosis().verdict().status()));
        assertThat(JsonText.read(json, 1 << 20, "report").field("schema").text()).isEqualTo("faultline-report/1");
    }

    @Test
    void aReportInAFileLeavesStdoutEmptyAndNothingBesideIt() throws IOException {
        Path file = folder.resolve("report.faultline.json");
        Call call = Call.of("check", "--only", "loopback-ipv4", "--no-external", "--json", "-o", file.toString());
        assertThat(call.out()).isEmpty();
        assertThat(JsonReportReader.read(Files.readAllBytes(file)).diagnosis().stages()).hasSize(5);
        assertThat(folder.toFile().list()).containsExactly("report.faultline.json");
    }

    @Test
    void anUnusableProfileIsRefusedBeforeAFileIsTouched() throws IOException {
        Path profile = Files.writeString(folder.resolve("profile.json"), "{\"thresholds\": {\"lossPercent\": -3}}");
        Call call = Call.of("check", "--profile", profile.toString(), "-o", folder.resolve("report.json").toString());
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("profile.thresholds.lossPercent: -3 is not between 0 and 100");
        assertThat(folder.toFile().list()).containsExactly("profile.json");
    }

    @Test
    void withoutUnicodeTheCatalogueIsAscii() {
        Call call = Call.on(StandardCharsets.US_ASCII, "explain");
        assertThat(call.out()).contains("X gateway-absent");
        assertThat(call.out().chars()).allMatch(character -> character < 128);
    }

    @Test
    void theCatalogueListsEveryCode() {
        Call call = Call.of("explain");
        assertThat(call.code()).isZero();
        assertThat(Arrays.asList(Fault.values())).allSatisfy(fault -> assertThat(call.out()).contains(" " + fault.code() + " "));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyCodeIsExplained(Fault fault) {
        Call call = Call.of("explain", fault.code());
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains(fault.code(), "WHAT TO DO", "FOR ENGINEERS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        explain healthy                          | verdict healthy
        explain UNDECIDED                        | The check could not reach a conclusion
        explain Gateway-Absent                   | fault gateway-absent, stage gateway
        explain --language de gateway-absent     | FÜR FACHLEUTE
        explain --language de gateway            | WAS GEFUNDEN WERDEN KANN
        """)
    void verdictsCapitalsAndGermanAreUnderstood(String arguments, String told) {
        Call call = Call.withWords(arguments);
        assertThat(call.out()).contains(told);
        assertThat(call.code()).isZero();
    }
}
