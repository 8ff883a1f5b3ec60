package org.faultline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.json.BadJson;
import org.faultline.model.Report;
import org.faultline.model.SinceHealthy;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;
import org.faultline.report.Changes;
import org.faultline.report.JsonReport;
import org.faultline.report.JsonReportReader;
import org.faultline.report.LeftOut;
import org.faultline.report.NetworkIdentity;
import org.faultline.report.RunKind;

/**
 * Every run, kept as a report of its own in one folder; the folder is all there is, so that several programs may add to it at once and nothing can
 * contradict it. A file's name tells what the list shows ({@link RunFile}). What is beyond the bounds goes, oldest first, whenever a run is added;
 * runs of services and ports never take the place of one of the way outward.
 */
public final class History {

    /** How many of the newest healthy runs are opened in search of one to compare with. */
    private static final int SEARCHED = 30;

    private final Path folder;
    private final Bounds bounds;

    /**
     * What is kept at most; the newest run always is.
     *
     * @param runs  of each kind; the last healthy one of each service stays beyond them, as many again at most
     * @param bytes of all kinds together
     */
    public record Bounds(int runs, long bytes, Duration age) {

        /** Two hundred checks of some 60 KiB are 12 MiB, of services and ports much less; a quarter of a year sees most "it worked before the holidays". */
        public static final Bounds USUAL = new Bounds(200, 32L << 20, Duration.ofDays(90));
    }

    /**
     * One run, as far as the name of its file tells.
     *
     * @param id four characters that stay its own however many runs come and go: a place in the list would be another run's by tomorrow
     * @param stamp when it started, as the name of the file says it: what tells two of one id apart
     * @param code of the verdict; of a healthy run that left something out with the kind of {@link LeftOut} behind it, such as {@code healthy-inside}
     * @param service that was asked for, shortened where it is long; of other kinds empty
     */
    public record Entry(Path file, String id, String stamp, Instant started, Verdict.Status status, String code, RunKind kind, Optional<String> service, long bytes) {

        /** What a healthy run was limited to, a kind of {@link LeftOut}; empty for one that looked at everything. */
        public Optional<String> part() {
            return Optional.of(code).filter(told -> told.startsWith(RunFile.IN_PART)).map(told -> told.substring(RunFile.IN_PART.length()));
        }
    }

    public History(Path folder, Bounds bounds) {
        this.folder = folder;
        this.bounds = bounds;
    }

    public static History in(Folders folders, Bounds bounds) {
        return new History(folders.state().resolve("history"), bounds);
    }

    /** @throws NotWritten if it cannot be kept; the runs before are untouched */
    public Path add(Report report) throws NotWritten {
        makeFolder();
        Path file = folder.resolve(RunFile.name(report, list().stream().map(Entry::id).collect(Collectors.toSet())));
        SafeFile.write(file, JsonReport.write(report));
        prune(report.started());
        return file;
    }

    private void makeFolder() throws NotWritten {
        try {
            PrivateFolder.make(folder);
        } catch (IOException e) {
            throw WhyNotWritten.of(folder, folder, 0, e);
        }
    }

    /** Room is given to the way outward first. */
    private void prune(Instant now) {
        List<Entry> entries = list();
        long bytes = 0;
        for (RunKind kind : RunKind.values()) {
            List<Entry> ofKind = entries.stream().filter(entry -> entry.kind() == kind).toList();
            Set<Entry> counted = counted(ofKind);
            for (Entry entry : ofKind) {
                bytes += entry.bytes();
                boolean beyond = !counted.contains(entry) || bytes > bounds.bytes() || entry.started().isBefore(now.minus(bounds.age()));
                if (beyond && entry != entries.getFirst()) {
                    delete(entry);
                }
            }
        }
    }

    /** The newest of a kind and, as many again at most, the last healthy run of everything that was asked for: later runs are compared with it. */
    private Set<Entry> counted(List<Entry> ofKind) {
        Map<List<Object>, Entry> lastHealthy = new LinkedHashMap<>();
        ofKind.stream().filter(entry -> entry.status() == Verdict.Status.HEALTHY)
            .forEach(entry -> lastHealthy.putIfAbsent(List.of(entry.service(), entry.code()), entry));
        return Stream.concat(ofKind.stream().limit(bounds.runs()), lastHealthy.values().stream().limit(bounds.runs())).collect(Collectors.toSet());
    }

    /** Where the runs lie; not there before the first. */
    public Path folder() {
        return folder;
    }

    /** All runs, the newest first. Files of other names are none of ours. */
    public List<Entry> list() {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + RunFile.ENDING)) {
            for (Path file : files) {
                entry(file).ifPresent(entries::add);
            }
        } catch (IOException | DirectoryIteratorException _) {
            // No folder, no history.
        }
        entries.sort(Comparator.comparing(Entry::started).reversed().thenComparing(Entry::file));
        return entries;
    }

    private static Optional<Entry> entry(Path file) {
        try {
            return RunFile.entry(file, Files.size(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** @throws BadJson if it is no report that this version reads */
    public Report open(Entry entry) throws IOException {
        try (InputStream stream = Files.newInputStream(entry.file())) {
            return JsonReportReader.read(stream.readNBytes(JsonReportReader.LONGEST + 1));
        }
    }

    /** @return whether it is gone */
    public boolean delete(Entry entry) {
        try {
            return Files.deleteIfExists(entry.file());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The newest healthy run before this one that it can be compared with, if there is one among the last {@value #SEARCHED} healthy ones of its kind:
     * of the way outward in the same network, of the same service, of the ports of this computer. One that left out
     * what is broken now was never seen to be healthy there, and does not count.
     */
    public Optional<Report> lastHealthy(Report now) {
        RunKind kind = RunKind.of(now);
        Optional<String> service = RunFile.service(now);
        return kind == RunKind.WAY && NetworkIdentity.of(now).unknown() ? Optional.empty() : list().stream()
            .filter(entry -> entry.kind() == kind && entry.service().equals(service))
            .filter(entry -> entry.status() == Verdict.Status.HEALTHY && entry.started().isBefore(now.started())).limit(SEARCHED)
            .map(entry -> ifComparable(entry, now)).flatMap(Optional::stream).findFirst();
    }

    /** A file whose report cannot be compared, an address of two numbers in it perhaps, is as good as one that cannot be read. */
    private Optional<Report> ifComparable(Entry entry, Report now) {
        try {
            return Optional.of(open(entry)).filter(healthy -> isAbout(now, healthy) && judged(healthy).containsAll(judged(now)));
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isAbout(Report now, Report healthy) {
        return RunKind.of(now) == RunKind.WAY ? NetworkIdentity.of(healthy).isSameAs(NetworkIdentity.of(now))
            : RunKind.service(healthy).equals(RunKind.service(now));
    }

    /**
     * With what has changed since {@link #lastHealthy}; as it is where nothing is wrong, where there was none, where that stands in it already, and where
     * the two cannot be compared, whatever the reason: the run of now must not be lost for what an earlier one is like.
     */
    public Report compared(Report now) {
        if (!now.diagnosis().verdict().foundTrouble() || now.sinceHealthy().isPresent()) {
            return now;
        }
        try {
            return lastHealthy(now).map(healthy -> now.with(new SinceHealthy(healthy.started(), Changes.between(healthy, now).facts()))).orElse(now);
        } catch (RuntimeException | OutOfMemoryError _) {
            return now;
        }
    }

    private static Set<Stage> judged(Report report) {
        return report.diagnosis().stages().stream().filter(stage -> stage.status() != StageStatus.NOT_RUN).map(StageResult::stage).collect(Collectors.toSet());
    }
}
