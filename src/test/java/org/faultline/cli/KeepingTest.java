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
import org.faultline.model.Verdict;
import org.faultline.report.Reports;
import org.faultline.report.RunKind;
import org.faultline.report.ShownTime;
import org.faultline.report.TextReport;
import org.faultline.report.TextStyle;
import org.faultline.scenario.Scenario;
import org.faultline.store.Folders;
import org.faultline.store.History;
import org.faultline.store.KeptDays;
import org.faultline.store.Settings;
import org.faultline.store.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the commands keep in the history. Contacts nothing but loopback. */
class KeepingTest {

    @TempDir
    private Path home;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Faultline.run(arguments, new Terminal(both, both, false, false, environment()));
    }

    private Map<String, String> environment() {
        return Map.of("HOME", home.toString(), "COLUMNS", "100");
    }

    private History history() {
        return History.in(Folders.of(System.getProperty("os.name"), home, environment()), History.Bounds.USUAL);
    }

    private static String[] without(String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of("--no-history")).toArray(String[]::new);
    }

    private static final String[] SERVICE = {"service", "localhost:1", "-q", "--deadline", "3s"};
    private static final String[] PORTS = {"ports", "-q"};
    private static final String[] WATCH = {"watch", "--count", "2", "--interval", "1s", "--only", "loopback-ipv4", "--no-external"};

    /** Of a watch only the check that it begins with: the second round sees what is known. */
    @Test
    void aServiceThePortsAndAWatchAreKeptUnlessToldNotTo() {
        Stream.of(SERVICE, PORTS, WATCH).forEach(command -> run(without(command)));
        assertThat(history().list()).isEmpty();
        Stream.of(SERVICE, PORTS, WATCH).forEach(this::run);
        assertThat(history().list()).extracting(History.Entry::kind).containsExactlyInAnyOrder(RunKind.SERVICE, RunKind.PORTS, RunKind.WAY);
        assertThat(history().list()).extracting(History.Entry::service).flatExtracting(service -> service.stream().toList()).containsExactly("localhost:1");
    }

    private static Report later(Report report) {
        return new Report(report.toolVersion(), report.started().plusSeconds(3600), report.elapsed(), report.machine(), report.diagnosis(), report.observations());
    }

    private PastRuns past() {
        return new Keeping().runs(new Terminal(System.out, System.err, false, false, environment()));
    }

    /** What stands open is a warning, never a fault. */
    @Test
    void whatHasChangedIsToldOfWarningsToo() {
        past().keep(Scenario.named("ports/quiet-desk").report());
        Report compared = past().compared(later(Scenario.named("ports/exposed").report()));
        assertThat(TextReport.changed(compared, new TextStyle(100, true, false, TextStyle.Detail.USUAL), ShownTime.here(Locale.ENGLISH)))
            .contains("open port: tcp 0.0.0.0:6379 is new");
        assertThat(past().compared(Reports.healthy()).sinceHealthy()).as("where nothing is wrong").isEmpty();
    }

    private byte[] written(Report report, String... options) {
        out.reset();
        Output output = CommandLine.populateCommand(new Output(), options);
        output.of(new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false, false, environment()), _ -> List.of(report), past());
        return out.toByteArray();
    }

    /** The person who waits gets it after the verdict, and everybody else in the same place. */
    @Test
    void whatHasChangedIsPartOfEverythingThatIsWrittenAndKept() throws Exception {
        past().keep(Scenario.named("external/healthy-home").report());
        Report fault = later(Scenario.named("external/dns-not-configured").report());
        String told = "name server: 192.168.1.1 is gone";
        String shown = new String(written(fault), StandardCharsets.UTF_8);
        assertThat(shown).contains("Changed since the last healthy check in this network", "\n  " + told + "\n");
        Report kept = history().open(history().list().getFirst());
        assertThat(kept.sinceHealthy()).isPresent();
        assertThat(shown).isEqualTo(TextReport.write(kept, new TextStyle(100, true, false, TextStyle.Detail.USUAL), ShownTime.here(Locale.ENGLISH)));
        for (String format : List.of("html", "md", "json")) {
            assertThat(new String(written(fault, "--format", format), StandardCharsets.UTF_8)).as(format).contains(format.equals("json") ? "\"gone\":[\"192.168.1.1\"]" : told);
        }
        Path file = home.resolve("out.txt");
        written(fault, "-o", file.toString());
        assertThat(Files.readString(file)).contains(told);
        run("history", "show");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(told);
        written(fault, "--redact", "--language", "de", "-o", home.resolve("out.faultline.json").toString());
        run("report", "show", "--language", "de", home.resolve("out.faultline.json").toString());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Namensserver: 192.168.1.1 ist weg");
    }

    private List<Path> kept() {
        return history().list().stream().map(History.Entry::file).toList();
    }

    /** A monitoring system waits for the end of the program, which shows nothing of it: such a run is kept as it is. Whatever tells it opens earlier runs once. */
    @Test
    void earlierRunsAreOpenedOnceAndOnlyForWhatShowsThem() throws Exception {
        past().keep(Scenario.named("external/healthy-home").report());
        Report fault = later(Scenario.named("external/dns-not-configured").report());
        for (List<String> silent : List.of(List.of("-q"), List.of("--format", "nagios"), List.of("--format", "prometheus"), List.of("--format", "svg"))) {
            assertThat(keptBy(fault, silent).sinceHealthy()).as(silent.toString()).isEmpty();
        }
        assertThat(keptBy(fault, List.of()).sinceHealthy()).isPresent();
        assertThat(keptBy(fault, List.of("-q", "--json")).sinceHealthy()).as("no less in JSON").isPresent();
        past().keep(fault);
        assertThat(history().list()).filteredOn(entry -> !entry.status().equals(Verdict.Status.HEALTHY)).hasSize(7);
        past().keepCompared(later(fault));
        assertThat(history().open(history().list().getFirst()).sinceHealthy()).as("by the watch").isPresent();
    }

    private Report keptBy(Report report, List<String> options) throws IOException {
        List<Path> before = kept();
        assertThat(written(report, options.toArray(String[]::new))).isNotEmpty();
        return history().open(history().list().stream().filter(entry -> !before.contains(entry.file())).findFirst().orElseThrow());
    }

    /** A kept healthy run of other shapes, of a later version perhaps, neither loses the result nor keeps it from being kept. */
    @Test
    void whatCannotBeComparedSpoilsNoResult() throws Exception {
        Report healthy = Scenario.named("external/healthy-home").report();
        Map<String, Object> odd = Map.of("interfaces", List.of(Map.of("name", "eth0", "addresses", List.of("192.168/24"))));
        past().keep(new Report(healthy.toolVersion(), healthy.started(), healthy.elapsed(), odd, healthy.diagnosis(), healthy.observations()));
        Report fault = later(Scenario.named("external/dns-not-configured").report());
        assertThat(new String(written(fault, "--json"), StandardCharsets.UTF_8)).contains("dns-not-configured");
        assertThat(history().list()).hasSize(2);
    }

    /** As in the window: half a run is no run to look back at. */
    @Test
    void whatWasBrokenOffIsWrittenButNotKept() {
        Output output = CommandLine.populateCommand(new Output(), "-q");
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false, false, environment());
        int code = output.of(terminal, stop -> {
            stop.cancel();
            return List.of(Reports.gatewayAbsent());
        }, past());
        assertThat(code).isEqualTo(ExitCode.UNDECIDED);
        assertThat(out.toString(StandardCharsets.UTF_8)).isNotEmpty();
        assertThat(history().list()).isEmpty();
        output.of(terminal, _ -> List.of(Reports.gatewayAbsent()), past());
        assertThat(history().list()).hasSize(1);
    }

    /** The window and the terminal fill one history. */
    @Test
    void whoWantsNothingKeptHasNothingKeptByTheTerminalEither() throws IOException {
        run(SERVICE);
        SettingsFile settings = new SettingsFile(Folders.of(System.getProperty("os.name"), home, environment()));
        settings.save(KeptDays.with(Settings.DEFAULT, 0));
        run(SERVICE);
        assertThat(history().list()).hasSize(1);
        Files.writeString(settings.file(), "{ broken");
        run(SERVICE);
        assertThat(history().list()).as("settings that cannot be read are the usual ones").hasSize(2);
        assertThat(settings.file().resolveSibling("settings.unreadable.json")).doesNotExist();
    }

    @Test
    void theHandoverCodeWithoutAFileIsNeverThatOfAServiceOrThePorts() {
        run(SERVICE);
        run(PORTS);
        assertThat(run("report", "code", "-q")).isEqualTo(ExitCode.UNDECIDED);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("no check has been kept");
    }

    /** Where nothing can be kept, as on a full disk, the result and the exit code are what they are. */
    @Test
    void aHistoryThatCannotBeWrittenSpoilsNoResult() throws IOException {
        Files.writeString(home.resolve(".local"), "no folder");
        int code = run(SERVICE);
        assertThat(List.of(ExitCode.of(Verdict.Status.FAULT), ExitCode.of(Verdict.Status.UNDECIDED))).contains(code);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("localhost:1").doesNotContain("history");
        run(WATCH);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).as("the beginning is told, and nothing else").hasSize(1);
    }
}
