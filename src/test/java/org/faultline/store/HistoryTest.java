package org.faultline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.report.Reports;
import org.faultline.report.RunKind;
import org.faultline.scenario.Scenario;
import org.faultline.store.History.Bounds;
import org.faultline.store.History.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    private Path folder;

    private History history(int runs, long bytes, Duration age) {
        return new History(folder.resolve("history"), new Bounds(runs, bytes, age));
    }

    private final Duration ever = Duration.ofDays(3650);

    private static Report at(Report report, Duration later) {
        return new Report(report.toolVersion(), START.plus(later), report.elapsed(), report.machine(), report.diagnosis(), report.observations());
    }

    @Test
    void runsAreListedNewestFirstAndOpenAgain() throws IOException {
        History history = history(10, 1 << 20, ever);
        history.add(at(Reports.healthy(), Duration.ZERO));
        history.add(at(Reports.gatewayAbsent(), Duration.ofHours(1)));
        List<Entry> entries = history.list();
        assertThat(entries).extracting(Entry::code).containsExactly("gateway-absent", "healthy");
        assertThat(entries).extracting(Entry::started).containsExactly(START.plus(Duration.ofHours(1)), START);
        assertThat(history.open(entries.getFirst()).diagnosis().verdict().code()).isEqualTo("gateway-absent");
    }

    @Test
    void whatIsBeyondTheBoundsGoesOldestFirstAndTheNewestStays() throws NotWritten {
        for (int run = 0; run < 5; run++) {
            history(3, 1 << 20, ever).add(at(Reports.healthy(), Duration.ofHours(run)));
        }
        assertThat(history(3, 1 << 20, ever).list()).extracting(Entry::started)
            .containsExactly(START.plus(Duration.ofHours(4)), START.plus(Duration.ofHours(3)), START.plus(Duration.ofHours(2)));
        history(3, 1, ever).add(at(Reports.healthy(), Duration.ofHours(5)));
        assertThat(history(3, 1, ever).list()).hasSize(1);
        history(3, 1 << 20, Duration.ofDays(1)).add(at(Reports.healthy(), Duration.ofDays(3)));
        assertThat(history(3, 1 << 20, ever).list()).extracting(Entry::started).containsExactly(START.plus(Duration.ofDays(3)));
    }

    @Test
    void runsCanBeDeletedAndForeignFilesStay() throws IOException {
        History history = history(10, 1 << 20, ever);
        history.add(at(Reports.healthy(), Duration.ZERO));
        history.add(at(Reports.healthy(), Duration.ofHours(1)));
        Path foreign = Files.writeString(folder.resolve("history").resolve("mine.faultline.json"), "x");
        assertThat(history.delete(history.list().getFirst())).isTrue();
        assertThat(history.list()).extracting(Entry::started).containsExactly(START);
        assertThat(history.delete(history.list().getFirst())).isTrue();
        assertThat(history.list()).isEmpty();
        assertThat(foreign).exists();
    }

    @Test
    void theLastHealthyRunOfTheSameNetworkIsFoundPastBrokenFiles() throws IOException {
        History history = history(10, 1 << 20, ever);
        history.add(at(Reports.healthy(), Duration.ZERO));
        Path newer = history.add(at(Reports.healthy(), Duration.ofHours(1)));
        history.add(at(Reports.gatewayAbsent(), Duration.ofHours(2)));
        Report fault = at(Reports.gatewayAbsent(), Duration.ofHours(3));
        assertThat(history.lastHealthy(fault).orElseThrow().started()).isEqualTo(START.plus(Duration.ofHours(1)));
        Files.writeString(newer, "{ broken");
        assertThat(history.lastHealthy(fault).orElseThrow().started()).isEqualTo(START);
        Report elsewhere = new Report("0.1.0", fault.started(), Duration.ZERO, Map.of(), fault.diagnosis(), List.of());
        assertThat(history.lastHealthy(elsewhere)).isEmpty();
    }

    private static Report of(Report report, Map<String, Object> machine) {
        return new Report(report.toolVersion(), report.started(), report.elapsed(), machine, report.diagnosis(), report.observations());
    }

    /** Of a later version, or written by hand: an address with too few numbers. */
    @Test
    void aHealthyRunOfOtherShapesIsPassedOverAndLosesNothing() throws NotWritten {
        Map<String, Object> odd = Map.of("interfaces", List.of(Map.of("name", "eth0", "addresses", List.of("192.168/24"))));
        History history = history(10, 1 << 20, ever);
        history.add(of(at(Reports.healthy(), Duration.ofHours(1)), odd));
        Report fault = at(Reports.gatewayAbsent(), Duration.ofHours(3));
        assertThat(history.compared(fault)).isSameAs(fault);
        history.add(at(Reports.healthy(), Duration.ZERO));
        assertThat(history.compared(fault).sinceHealthy().orElseThrow().started()).isEqualTo(START);
        Report oddFault = of(fault, odd);
        assertThat(history.compared(oddFault)).isSameAs(oddFault);
    }

    /** Neither the route nor its router is there now to tell the network by, and just that is what changed. */
    @ParameterizedTest
    @ValueSource(strings = {"gateway/route-missing", "gateway/gateway-absent", "gateway/ipv4-route-missing"})
    void aHealthyRunIsFoundWhereTheRouterIsGone(String scenario) throws NotWritten {
        History history = history(10, 1 << 20, ever);
        history.add(at("external/healthy-home", Duration.ZERO));
        assertThat(history.lastHealthy(at(scenario, Duration.ofHours(1)))).isPresent();
    }

    /** A check of loopback alone says nothing about the router that is missing now. */
    @Test
    void aRunThatLeftOutWhatIsBrokenNowIsNoHealthyOne() throws NotWritten {
        History history = history(10, 1 << 20, ever);
        Report healthy = Reports.healthy();
        List<StageResult> inside = healthy.diagnosis().stages().stream().map(stage -> stage.stage().id().startsWith("loopback") ? stage
            : new StageResult(stage.stage(), StageStatus.NOT_RUN, Duration.ZERO, List.of(), Optional.empty())).toList();
        history.add(new Report(healthy.toolVersion(), START, healthy.elapsed(), healthy.machine(),
            new Diagnosis(healthy.diagnosis().verdict(), List.of(), inside), healthy.observations()));
        assertThat(history.list()).singleElement().satisfies(entry -> assertThat(entry.part()).as("so the list can say").contains("partial"));
        Report fault = at(Reports.gatewayAbsent(), Duration.ofHours(3));
        assertThat(history.lastHealthy(fault)).isEmpty();
        history.add(at(healthy, Duration.ofHours(1)));
        assertThat(history.lastHealthy(fault)).isPresent();
        assertThat(history.list().getFirst().part()).isEmpty();
    }

    private static Report at(String scenario, Duration later) {
        return at(Scenario.named(scenario).report(), later);
    }

    @Test
    void theNameOfAFileTellsTheKindOfARunAndItsService() throws IOException {
        History history = history(10, 1 << 20, ever);
        history.add(at("service/up-web", Duration.ZERO));
        history.add(at("service/not-running", Duration.ofHours(1)));
        history.add(at("ports/quiet-desk", Duration.ofHours(2)));
        Files.writeString(folder.resolve("history").resolve("20261123T070000123Z-fault-gateway-absent-1a2b.faultline.json"), "of an earlier version");
        assertThat(history.list()).extracting(Entry::kind).containsExactly(RunKind.PORTS, RunKind.SERVICE, RunKind.SERVICE, RunKind.WAY);
        assertThat(history.list()).extracting(Entry::service).containsExactly(Optional.empty(), Optional.of("localhost:8080"), Optional.of("localhost:8080"), Optional.empty());
        assertThat(history.list()).extracting(Entry::code).containsExactly("healthy", "service-not-running", "healthy", "gateway-absent");
        assertThat(RunKind.of(history.open(history.list().getFirst()))).isEqualTo(RunKind.PORTS);
    }

    /** On any system, with nothing that may be a key, and no longer than a name may be. */
    @ParameterizedTest
    @CsvSource({"[::1]:5432, [::1]:5432", "http://localhost:3000/a_b?key=geheim, http://localhost:3000/a_b", "größe.example:80, größe.example:80",
        "http://localhost:3000/cb#access_token=geheim, http://localhost:3000/cb", "http://localhost:3000/a*b c?x#geheim, http://localhost:3000/a*b c",
        "http://localhost/一二三四五六七八九十一二三四五六七八九十, http://localhost/一二三四五六七八九十一二三…",
        "http://localhost/0123456789012345678901234567890123456789, http://localhost/012345678901234567890123456789…"})
    void aServiceOfAnyNameIsTold(String asked, String told) throws NotWritten {
        Report report = at("service/up-web", Duration.ZERO);
        List<Observation> seen = report.observations().stream().map(each -> each.target().equals("localhost:8080") ? new Observation(each.id(), each.probe(), asked,
            each.stage(), each.outcome(), each.cause(), each.detail(), each.method(), each.started(), each.elapsed(), each.values()) : each).toList();
        Path file = history(10, 1 << 20, ever).add(new Report(report.toolVersion(), START, report.elapsed(), report.machine(), report.diagnosis(), seen));
        assertThat(file.getFileName().toString()).matches("[A-Za-z0-9%._-]{1,250}").doesNotContain("geheim");
        assertThat(history(10, 1 << 20, ever).list()).singleElement().satisfies(entry -> assertThat(entry.service()).contains(told));
    }

    @Test
    void runsOfServicesAndPortsPushOutNoneOfTheWayOutward() throws NotWritten {
        History history = history(2, 1 << 20, ever);
        history.add(at(Reports.healthy(), Duration.ZERO));
        for (int run = 1; run < 5; run++) {
            history.add(at("service/up-web", Duration.ofHours(run)));
            history.add(at("ports/quiet-desk", Duration.ofHours(run)));
        }
        assertThat(history.list()).extracting(Entry::kind).filteredOn(RunKind.WAY::equals).hasSize(1);
        assertThat(history.list()).hasSize(5);
        history(2, history.list().getLast().bytes(), ever).add(at("ports/quiet-desk", Duration.ofHours(6)));
        assertThat(history.list()).as("where bytes are few, the way outward stays, and what was just added").extracting(Entry::kind).containsExactly(RunKind.PORTS, RunKind.WAY);
    }

    /** A script that polls one service that is down would else soon have pushed out what it is to be compared with, and every other service. */
    @Test
    void theLastHealthyRunOfEachServiceStaysHoweverManyFailAfterIt() throws NotWritten {
        History history = history(3, 1 << 20, ever);
        history.add(at("service/up-postgresql", Duration.ZERO));
        history.add(at("service/up-web", Duration.ofMinutes(1)));
        history.add(at("service/up-web", Duration.ofMinutes(2)));
        for (int run = 3; run < 10; run++) {
            history.add(at("service/not-running", Duration.ofMinutes(run)));
        }
        assertThat(history.lastHealthy(at("service/not-running", Duration.ofHours(1)))).get().extracting(Report::started).isEqualTo(START.plus(Duration.ofMinutes(2)));
        assertThat(history.list()).extracting(Entry::code).containsExactly("service-not-running", "service-not-running", "service-not-running", "healthy", "healthy");
        History brief = history(3, 1 << 20, Duration.ofDays(1));
        brief.add(at("service/not-running", Duration.ofDays(3)));
        assertThat(brief.list()).as("too old is too old").hasSize(1);
    }

    /** Else whoever asked for a service in a network that is broken would be told that it was healthy then. */
    @Test
    void aServiceThatWasUpIsNoHealthyNetworkAndIsComparedWithItselfAlone() throws NotWritten {
        History history = history(100, 1 << 20, ever);
        history.add(at(Reports.healthy(), Duration.ZERO));
        for (int run = 1; run < 40; run++) {
            history.add(at("service/up-postgresql", Duration.ofMinutes(run)));
        }
        Report fault = at(Reports.gatewayAbsent(), Duration.ofHours(3));
        assertThat(history.lastHealthy(fault)).as("not used up by others").get().extracting(Report::started).isEqualTo(START);
        Report service = at("service/not-running", Duration.ofHours(4));
        assertThat(history.lastHealthy(service)).as("only another service was up").isEmpty();
        history.add(at("service/up-web", Duration.ofHours(1)));
        assertThat(history.lastHealthy(service)).get().extracting(Report::started).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(history.lastHealthy(fault)).get().extracting(Report::started).isEqualTo(START);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayLookIntoIt() throws IOException {
        history(10, 1 << 20, ever).add(Reports.healthy());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("history")))).isEqualTo("rwx------");
    }

    @Test
    void withoutAFolderThereIsNoHistory() {
        assertThat(history(10, 1, ever).list()).isEmpty();
    }
}
