package org.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.faultline.json.JsonText;
import org.faultline.json.Place;
import org.faultline.model.Report;
import org.faultline.report.Reports;
import org.faultline.report.ShownTime;
import org.faultline.scenario.Scenario;
import org.faultline.store.Folders;
import org.faultline.store.History;
import org.faultline.store.History.Entry;
import org.faultline.store.NotWritten;
import org.faultline.store.PortBaseline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code faultline history} and what is below it: what is listed, shown, compared and deleted, and what is refused. */
@Execution(ExecutionMode.CONCURRENT)
class HistoryCommandsTest {

    private static final Instant START = Instant.parse("2026-11-26T21:54:58Z");

    @TempDir
    private Path home;

    private record Call(int code, String out, String err) { }

    private Call call(Object... arguments) {
        return callIn(Map.of("HOME", home.toString()), arguments);
    }

    private static Call callIn(Map<String, String> variables, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("COLUMNS", "120");
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false, false, environment);
        int code = Faultline.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new), terminal);
        return new Call(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Folders folders() {
        return Folders.of(System.getProperty("os.name"), home, Map.of("HOME", home.toString()));
    }

    private History history() {
        return History.in(folders(), History.Bounds.USUAL);
    }

    private Entry kept(Report report, int minutes) throws NotWritten {
        Instant started = START.plus(Duration.ofMinutes(minutes));
        Path file = history().add(new Report(report.toolVersion(), started, report.elapsed(), report.machine(), report.diagnosis(), report.observations()));
        return history().list().stream().filter(entry -> entry.file().equals(file)).findFirst().orElseThrow();
    }

    private static String time(int minutes, Locale locale) {
        return ShownTime.here(locale).of(START.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void theListHasEachRunWithItsIdNewestFirst() throws Exception {
        Entry healthy = kept(Reports.healthy(), 0);
        Entry fault = kept(Reports.gatewayAbsent(), 1);
        Entry service = kept(Scenario.named("service/not-running").report(), 2);
        Entry ports = kept(Scenario.named("ports/quiet-desk").report(), 3);
        Call list = call("history");
        assertThat(list.out().lines()).containsExactly(
            ports.id() + "  " + time(3, Locale.ENGLISH) + "  healthy: Open ports: no fault was found",
            service.id() + "  " + time(2, Locale.ENGLISH) + "  fault: Nobody listens for the service localhost:8080 (service-not-running)",
            fault.id() + "  " + time(1, Locale.ENGLISH) + "  fault: Nobody answers at the router's address (gateway-absent)",
            healthy.id() + "  " + time(0, Locale.ENGLISH) + "  healthy: No fault was found");
        assertThat(list.code()).isZero();
        assertThat(call("history", "--language", "de").out()).contains(time(1, Locale.GERMAN) + "  gestört: Unter der Adresse des Routers");
    }

    @Test
    void programsGetTheSameAsJson() throws Exception {
        Entry healthy = kept(Reports.healthy(), 0);
        Entry service = kept(Scenario.named("service/not-running").report(), 2);
        Place list = JsonText.read(call("history", "--json").out().getBytes(StandardCharsets.UTF_8), 1 << 20, "list");
        assertThat(list.field("schema").text()).isEqualTo("faultline-history/1");
        List<Place> runs = list.field("runs").items();
        assertThat(runs.getFirst().object()).isEqualTo(Map.of("id", service.id(), "started", "2026-11-26T21:56:58Z", "kind", "service", "service", "localhost:8080",
            "status", "fault", "code", "service-not-running", "file", service.file().toString()));
        assertThat(runs.getLast().object()).isEqualTo(Map.of("id", healthy.id(), "started", "2026-11-26T21:54:58Z", "kind", "way",
            "status", "healthy", "code", "healthy", "file", healthy.file().toString()));
    }

    @Test
    void anEmptyHistoryIsSaidToBeEmpty() throws IOException {
        assertThat(call("history")).as("no folder").isEqualTo(new Call(0, "No check has been kept yet.\n", ""));
        Files.createDirectories(history().folder());
        assertThat(call("history").out()).isEqualTo("No check has been kept yet.\n");
        assertThat(call("history", "--language", "de").out()).isEqualTo("Noch wurde keine Prüfung aufgehoben.\n");
        assertThat(call("history", "--json").out()).contains("\"runs\":[]");
        assertThat(call("history", "show").err()).contains("no check has been kept");
        assertThat(call("history", "diff").err()).contains("no check has been kept");
        assertThat(call("history", "delete", "--all").out()).isEqualTo("0 deleted.\n");
        assertThat(callIn(Map.of(), "history").err()).contains("nothing is kept for whoever has no home folder");
    }

    @Test
    void showIsReportShowOfTheSameFile() throws Exception {
        Entry healthy = kept(Reports.healthy(), 0);
        Entry fault = kept(Reports.gatewayAbsent(), 1);
        assertThat(call("history", "show", healthy.id())).isEqualTo(call("report", "show", healthy.file()));
        assertThat(call("history", "show", fault.id(), "-v", "--language", "de")).isEqualTo(call("report", "show", fault.file(), "-v", "--language", "de"));
        assertThat(call("history", "show")).as("the newest").isEqualTo(call("report", "show", fault.file()));
        assertThat(call("history", "show", fault.stamp(), "-q").out()).startsWith("FAULT gateway-absent");
        assertThat(call("history", "show", healthy.id(), fault.id()).out()).contains("== " + healthy.id() + "\n", "== " + fault.id() + "\n");
    }

    @Test
    void aFileThatCannotBeReadIsListedByItsNameAndDoesNotHideTheOthers() throws Exception {
        Entry healthy = kept(Reports.healthy(), 0);
        Entry broken = kept(Reports.gatewayAbsent(), 1);
        Files.writeString(broken.file(), "{");
        Files.writeString(history().folder().resolve("holiday.jpg"), "no run");
        assertThat(call("history").out().lines()).hasSize(2).first().asString().contains("gateway-absent");
        Call shown = call("history", "show", "-q", broken.id(), healthy.id());
        assertThat(shown.out()).startsWith("OK healthy");
        assertThat(shown.err()).contains(broken.file() + " is no report that this version reads");
        assertThat(shown.code()).isEqualTo(3);
        assertThat(call("history", "diff").err()).contains(broken.file() + " is no report");
        assertThat(call("history", "delete", broken.id()).out()).isEqualTo("1 deleted.\n");
        assertThat(history().list()).containsExactly(healthy);
    }

    @Test
    void diffIsReportDiffWithTheOlderOneFirst() throws Exception {
        Entry healthy = kept(Reports.healthy(), 0);
        kept(Scenario.named("ports/quiet-desk").report(), 1);
        Entry fault = kept(Reports.gatewayAbsent(), 2);
        Call expected = call("report", "diff", healthy.file(), fault.file());
        assertThat(expected.out()).contains("before  " + time(0, Locale.ENGLISH)).contains("became");
        assertThat(call("history", "diff", healthy.id(), fault.id())).isEqualTo(expected);
        assertThat(call("history", "diff", fault.id(), healthy.id())).isEqualTo(expected);
        assertThat(call("history", "diff")).as("the newest and the last that asked the same").isEqualTo(expected);
        assertThat(call("history", "diff", "--json").out()).startsWith("{").contains("faultline-diff/1").contains("2026-11-26T21:54:58Z");
        kept(Scenario.named("service/not-running").report(), 3);
        assertThat(call("history", "diff").err()).contains("nothing like the newest has been kept before it");
    }

    @Test
    void onlyWhatWasNamedIsDeleted() throws Exception {
        Entry healthy = kept(Reports.healthy(), 0);
        Entry fault = kept(Reports.gatewayAbsent(), 1);
        Entry other = kept(Reports.degraded(), 2);
        assertThat(call("history", "delete", fault.id(), fault.stamp())).as("one, named twice").isEqualTo(new Call(0, "1 deleted.\n", ""));
        assertThat(history().list()).containsExactly(other, healthy);
        assertThat(call("history", "delete", "--all", "--language", "de")).isEqualTo(new Call(0, "2 gelöscht.\n", ""));
        assertThat(history().list()).isEmpty();
    }

    /** Deleting cannot be taken back: one wrong name, and it is not done at all. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "zzzz", "../97ca", "-1", "20261126T215458000Z0", ""})
    void aWrongIdIsRefusedAndNothingIsDeleted(String wrong) throws Exception {
        Entry healthy = kept(Reports.healthy(), 0);
        for (String command : List.of("show", "delete")) {
            Call call = call("history", command, healthy.id(), wrong);
            assertThat(call.code()).isEqualTo(3);
            assertThat(call.err()).startsWith("faultline: ").contains(wrong).doesNotContain("Exception");
        }
        assertThat(call("history", "diff", healthy.id(), wrong).code()).isEqualTo(3);
        assertThat(history().list()).containsExactly(healthy);
    }

    @Test
    void whatIsMissingOrContradictsIsSaid() throws Exception {
        Entry healthy = kept(Reports.healthy(), 0);
        assertThat(call("history", "delete").err()).contains("say which: ids that 'faultline history' lists, or --all");
        assertThat(call("history", "delete", "--all", healthy.id()).err()).contains("contradict each other");
        assertThat(call("history", "diff", healthy.id()).err()).contains("two different ids");
        assertThat(call("history", "diff", healthy.id(), healthy.stamp()).err()).contains("two different ids");
        assertThat(call("history", "diff", "a", "b", "c").code()).isEqualTo(3);
        assertThat(call("history", "shwo").code()).isEqualTo(3);
        assertThat(history().list()).containsExactly(healthy);
    }

    /** Two programs that add at the same time may choose the same id. */
    @Test
    void runsThatShareAnIdAreNamedByTheirTime() throws Exception {
        Entry one = kept(Reports.healthy(), 0);
        Entry two = kept(Reports.gatewayAbsent(), 1);
        Files.move(two.file(), two.file().resolveSibling(two.file().getFileName().toString().replace("-" + two.id() + ".", "-" + one.id() + ".")));
        assertThat(call("history").out()).contains(one.stamp() + "  ", two.stamp() + "  ");
        assertThat(call("history", "delete", one.id()).err()).contains("is the id of 2 runs; say which by its time: " + two.stamp() + " or " + one.stamp());
        assertThat(history().list()).hasSize(2);
        assertThat(call("history", "delete", one.stamp()).code()).isZero();
        assertThat(history().list()).extracting(Entry::stamp).containsExactly(two.stamp());
    }

    /** A second or two where each name is looked at a few times, a minute where each is compared with every other. */
    @Timeout(20)
    @Test
    void namingManyRunsTakesNoLongTime() throws IOException {
        Path folder = Files.createDirectories(history().folder());
        for (int run = 0; run < 3000; run++) {
            Files.createFile(folder.resolve("20261126T%09dZ-healthy-healthy-%04x.faultline.json".formatted(run, run)));
        }
        NamedRuns runs = NamedRuns.of(new Terminal(System.out, System.err, false, false, Map.of("HOME", home.toString())));
        assertThat(runs.all().stream().map(runs::name).distinct()).hasSize(3000).first().isEqualTo("0bb7");
    }

    @Test
    void whatIsNoPartOfTheHistoryStaysAndIsSaidToStay() throws Exception {
        kept(Reports.healthy(), 0);
        Path baseline = PortBaseline.usual(folders());
        PortBaseline.save(baseline, Set.of("tcp 127.0.0.1:5432"));
        assertThat(call("history", "delete", "--all").out()).isEqualTo("1 deleted.\nThe saved list of open ports is no check and stays (" + baseline + ").\n");
        assertThat(baseline).exists();
        assertThat(call("history", "delete", "--all", "--language", "de").out()).contains("bleibt (" + baseline + ")");
    }
}
