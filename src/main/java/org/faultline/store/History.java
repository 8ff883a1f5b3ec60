package org.faultline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.faultline.json.BadJson;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;
import org.faultline.report.JsonReport;
import org.faultline.report.JsonReportReader;
import org.faultline.report.LeftOut;
import org.faultline.report.NetworkIdentity;

/**
 * Every run, kept as a report of its own in one folder; the folder is all there is, so that several programs may add to it at once and nothing can
 * contradict it. A file's name tells when the run started and how it ended ({@code 20261123T080000123Z-fault-gateway-absent-1a2b.faultline.json}), so that the list
 * is there without opening any. What is beyond the bounds goes, oldest first, whenever a run is added.
 */
public final class History {

    private static final Pattern NAME = Pattern.compile("(\\d{8}T\\d{9}Z)-(healthy|degraded|fault|undecided)-([a-z0-9-]+)-[0-9a-f]{4}\\.faultline\\.json");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String IN_PART = "healthy-";

    /** How many of the newest healthy runs are opened in search of one in the same network. */
    private static final int SEARCHED = 30;

    private final Path folder;
    private final Bounds bounds;

    /** What is kept at most; the newest run always is. */
    public record Bounds(int runs, long bytes, Duration age) {

        /** Two hundred runs of some 60 KiB are 12 MiB; a quarter of a year sees most "it worked before the holidays". */
        public static final Bounds USUAL = new Bounds(200, 32L << 20, Duration.ofDays(90));
    }

    /**
     * One run, as far as the name of its file tells.
     *
     * @param code of the verdict; of a healthy run that left something out with the kind of {@link LeftOut} behind it, such as {@code healthy-inside}
     */
    public record Entry(Path file, Instant started, Verdict.Status status, String code, long bytes) {

        /** What a healthy run was limited to, a kind of {@link LeftOut}; empty for one that looked at everything. */
        public Optional<String> part() {
            return Optional.of(code).filter(told -> told.startsWith(IN_PART)).map(told -> told.substring(IN_PART.length()));
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
        Verdict.Status status = report.diagnosis().verdict().status();
        Path file = folder.resolve(MOMENT.format(report.started()) + "-" + status.id() + "-" + code(report)
            + "-%04x".formatted(ThreadLocalRandom.current().nextInt(1 << 16)) + ".faultline.json");
        SafeFile.write(file, JsonReport.write(report));
        prune(report.started());
        return file;
    }

    /** Who checked only the inside must not read "healthy" later. */
    private static String code(Report report) {
        Verdict verdict = report.diagnosis().verdict();
        Optional<String> part = LeftOut.of(report).kind().filter(_ -> verdict.status() == Verdict.Status.HEALTHY);
        return part.map(kind -> IN_PART + kind).orElseGet(verdict::code);
    }

    private void makeFolder() throws NotWritten {
        try {
            PrivateFolder.make(folder);
        } catch (IOException e) {
            throw WhyNotWritten.of(folder, folder, 0, e);
        }
    }

    private void prune(Instant now) {
        List<Entry> entries = list();
        long bytes = 0;
        for (int at = 0; at < entries.size(); at++) {
            Entry entry = entries.get(at);
            bytes += entry.bytes();
            boolean tooOld = entry.started().isBefore(now.minus(bounds.age()));
            if (at > 0 && (at >= bounds.runs() || bytes > bounds.bytes() || tooOld)) {
                delete(entry);
            }
        }
    }

    /** All runs, the newest first. Files of other names are none of ours. */
    public List<Entry> list() {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.faultline.json")) {
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
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Entry(file, MOMENT.parse(name.group(1), Instant::from), Verdict.Status.valueOf(name.group(2).toUpperCase(Locale.ROOT)),
                name.group(3), Files.size(file)));
        } catch (IOException | DateTimeException e) {
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
     * The newest healthy run before this one in the same network, if there is one among the last {@value #SEARCHED} healthy runs. One that left out
     * what is broken now was never seen to be healthy there, and does not count.
     */
    public Optional<Report> lastHealthy(Report now) {
        NetworkIdentity here = NetworkIdentity.of(now);
        return here.key().isEmpty() ? Optional.empty() : list().stream()
            .filter(entry -> entry.status() == Verdict.Status.HEALTHY && entry.started().isBefore(now.started())).limit(SEARCHED)
            .map(this::ifReadable).flatMap(Optional::stream).filter(report -> NetworkIdentity.of(report).isSameAs(here))
            .filter(report -> judged(now).stream().allMatch(judged(report)::contains)).findFirst();
    }

    private static Set<Stage> judged(Report report) {
        return report.diagnosis().stages().stream().filter(stage -> stage.status() != StageStatus.NOT_RUN).map(StageResult::stage).collect(Collectors.toSet());
    }

    private Optional<Report> ifReadable(Entry entry) {
        try {
            return Optional.of(open(entry));
        } catch (IOException | BadJson e) {
            return Optional.empty();
        }
    }
}
