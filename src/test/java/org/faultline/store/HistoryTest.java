package org.faultline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.faultline.model.Diagnosis;
import org.faultline.model.Report;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.report.Reports;
import org.faultline.store.History.Bounds;
import org.faultline.store.History.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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
        Report elsewhere = new Report("0.1.0", fault.started(), Duration.ZERO, java.util.Map.of(), fault.diagnosis(), List.of());
        assertThat(history.lastHealthy(elsewhere)).isEmpty();
    }

    /** A check of loopback alone says nothing about the router that is missing now. */
    @Test
    void aRunThatLeftOutWhatIsBrokenNowIsNoHealthyOne() throws NotWritten {
        History history = history(10, 1 << 20, ever);
        Report healthy = Reports.healthy();
        List<StageResult> inside = healthy.diagnosis().stages().stream().map(stage -> stage.stage().id().startsWith("loopback") ? stage
            : new StageResult(stage.stage(), StageStatus.NOT_RUN, Duration.ZERO, List.of(), java.util.Optional.empty())).toList();
        history.add(new Report(healthy.toolVersion(), START, healthy.elapsed(), healthy.machine(),
            new Diagnosis(healthy.diagnosis().verdict(), List.of(), inside), healthy.observations()));
        assertThat(history.list()).singleElement().satisfies(entry -> assertThat(entry.part()).as("so the list can say").contains("partial"));
        Report fault = at(Reports.gatewayAbsent(), Duration.ofHours(3));
        assertThat(history.lastHealthy(fault)).isEmpty();
        history.add(at(healthy, Duration.ofHours(1)));
        assertThat(history.lastHealthy(fault)).isPresent();
        assertThat(history.list().getFirst().part()).isEmpty();
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
