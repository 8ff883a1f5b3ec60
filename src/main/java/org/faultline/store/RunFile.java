package org.faultline.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faultline.model.Printable;
import org.faultline.model.Report;
import org.faultline.model.Verdict;
import org.faultline.report.LeftOut;
import org.faultline.report.RunKind;
import org.faultline.store.History.Entry;

/**
 * The name of a kept run, from which a list of them is made: when it started, how it ended, and, where it was none of the way outward, of what it was:
 * {@code 20261123T080000123Z-fault-gateway-absent-1a2b.faultline.json}, {@code 20261123T080000123Z-healthy-healthy-1a2b.service.localhost_8080.faultline.json},
 * {@code 20261123T080000123Z-degraded-port-exposed-1a2b.ports.faultline.json}.
 */
final class RunFile {

    static final String ENDING = ".faultline.json";
    /** Of a healthy run that left something out, before the kind of {@link LeftOut}. */
    static final String IN_PART = "healthy-";

    private static final Pattern NAME = Pattern.compile("(?<start>\\d{8}T\\d{9}Z)-(?<status>healthy|degraded|fault|undecided)-(?<code>[a-z0-9-]+)-(?<id>[0-9a-f]{4})"
        + "(?:\\.(?<kind>service|ports)(?:\\.(?<service>[A-Za-z0-9%._-]+))?)?\\.faultline\\.json");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Characters of a service's name. */
    private static final int LONGEST_SERVICE = 48;
    /** As the file's name has them, up to twelve for one: of 255 that a name may have, some 60 are taken by the rest. */
    private static final int LONGEST_WRITTEN = 150;

    /** Of the 65,536 ids some hundreds are taken. */
    private static final int MOST_TRIES = 100;

    private RunFile() { }

    /** @param taken ids that other runs have; two programs that add at the same time may still choose the same one */
    static String name(Report report, Set<String> taken) {
        RunKind kind = RunKind.of(report);
        String about = kind == RunKind.WAY ? "" : "." + kind.id() + RunKind.service(report).flatMap(RunFile::written).map(service -> "." + service).orElse("");
        return MOMENT.format(report.started()) + "-" + report.diagnosis().verdict().status().id() + "-" + code(report)
            + "-" + free(taken) + about + ENDING;
    }

    private static String free(Set<String> taken) {
        return Stream.generate(() -> "%04x".formatted(ThreadLocalRandom.current().nextInt(1 << 16))).limit(MOST_TRIES)
            .filter(id -> !taken.contains(id)).findFirst().orElse("0000");
    }

    /** Who checked only the inside must not read "healthy" later. */
    private static String code(Report report) {
        Verdict verdict = report.diagnosis().verdict();
        Optional<String> part = LeftOut.of(report).kind().filter(_ -> verdict.status() == Verdict.Status.HEALTHY);
        return part.map(kind -> IN_PART + kind).orElseGet(verdict::code);
    }

    /** Without the query and the fragment of a URL, either of which may hold a key, and as much of it as fits. */
    private static Optional<String> written(String service) {
        String bare = service.replaceFirst("(?s)[?#].*", "");
        int[] letters = bare.codePoints().toArray();
        return IntStream.iterate(Math.min(letters.length, LONGEST_SERVICE), length -> length > 0, length -> length - 1)
            .mapToObj(length -> length == letters.length ? bare : new String(letters, 0, length - 1) + "…")
            .map(RunFile::encoded).filter(name -> name.length() <= LONGEST_WRITTEN).findFirst();
    }

    /** As every system takes it in a name. */
    private static String encoded(String service) {
        return URLEncoder.encode(service, UTF_8).replace("+", "%20").replace("*", "%2A").replace("_", "%5F").replace("%3A", "_");
    }

    /** The service that was asked for, as the name of the file tells it. */
    static Optional<String> service(Report report) {
        return RunKind.service(report).flatMap(RunFile::written).flatMap(RunFile::read);
    }

    private static Optional<String> read(String written) {
        try {
            return Optional.of(Printable.of(URLDecoder.decode(written.replace('_', ':'), UTF_8)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What the name tells; empty where it is none of ours. */
    static Optional<Entry> entry(Path file, long bytes) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            RunKind kind = Optional.ofNullable(name.group("kind")).flatMap(RunKind::of).orElse(RunKind.WAY);
            String start = name.group("start");
            Verdict.Status status = Verdict.Status.valueOf(name.group("status").toUpperCase(Locale.ROOT));
            return Optional.of(new Entry(file, name.group("id"), start, MOMENT.parse(start, Instant::from), status, name.group("code"),
                kind, Optional.ofNullable(name.group("service")).flatMap(RunFile::read), bytes));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
