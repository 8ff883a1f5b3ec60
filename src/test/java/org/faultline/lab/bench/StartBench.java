package org.faultline.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.faultline.lab.net.Launch;
import org.faultline.lab.net.Rights;
import org.faultline.lab.run.LabMain;

/**
 * How long the image takes to start ({@link Way} says how), one way after the other in the same run, in a healthy network of the lab:
 * {@code --version} and {@code check} until they end, and the window until its third frame is on a screen (Xvfb) and until the whole page is, by the
 * file that it makes then. Medians with least and most, the processor's time, memory of the window at rest, and sizes. Ends with 0 when
 * all goals are reached, 1 when one is missed, 77 where there is no image or no lab.
 */
public final class StartBench {

    private static final int SKIPPED = 77;
    private static final int RUNS = 11;
    private static final long TIMEOUT_SECONDS = 60;
    private static final long REST_SECONDS = 10;
    private static final double MEGA = 1e6;
    /** Exit codes above are no verdict. */
    private static final int WORST_VERDICT = 3;

    private final Path image;
    private final int runs;
    private final Path home;
    private final Map<String, Series> measured = new LinkedHashMap<>();
    private final Goal goals = new Goal();
    private int otherwise;

    private StartBench(Path image, int runs) throws IOException {
        this.image = image;
        this.runs = runs;
        this.home = Files.createTempDirectory("faultline-start", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private enum Way {
        /** As everybody starts it. */
        CACHED("cached"),
        /** The same launcher, its start-up cache left aside. */
        UNCACHED("uncached"),
        /** Java alone, without cache and without what the launcher tells it for a quick start; it draws by the same means. */
        PLAIN("plain");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        private List<String> command(Path image, List<String> options) {
            return this == PLAIN
                ? Stream.of(List.of(image.resolve("lib/runtime/bin/java").toString(), "-Djava.library.path=" + image.resolve("lib/natives"),
                    "--enable-native-access=javafx.graphics,org.faultline", "-Dprism.order=sw"), options, List.of("-m", "org.faultline/org.faultline.Main"))
                    .flatMap(List::stream).toList()
                : List.of(image.resolve("bin/faultline").toString());
        }

        private String environment(List<String> options) {
            return String.join(" ", options) + (this == UNCACHED ? " -XX:AOTMode=off" : "");
        }
    }

    /** @param arguments the image, how many runs of each, and {@code inside} once the lab is there */
    public static void main(String[] arguments) throws Exception {
        Path image = Path.of(arguments[0]).toAbsolutePath();
        int runs = arguments.length > 1 && !arguments[1].isEmpty() ? Integer.parseInt(arguments[1]) : RUNS;
        if (arguments.length > 2) {
            System.exit(new StartBench(image, runs).all());
        }
        if (!Files.isExecutable(image.resolve("bin/faultline"))) {
            System.out.println("SKIPPED: no program in " + image + " (mvn -q -DskipTests -Pimage package), its start was not measured.");
            System.exit(SKIPPED);
        }
        System.setProperty("lab.shell", "healthy");
        System.setProperty("lab.program", image.resolve("bin/faultline").toString());
        System.setProperty("lab.command", Stream.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "--enable-native-access=ALL-UNNAMED", "-cp",
            System.getProperty("java.class.path"), StartBench.class.getName(), image.toString(), String.valueOf(runs), "inside")
            .map(word -> "'" + word + "'").reduce("exec", (line, word) -> line + " " + word));
        LabMain.main(new String[0]);
    }

    private int all() throws IOException, InterruptedException {
        Path settings = home.resolve(".config/faultline/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\"consent\": \"accepted\"}");
        Optional<Process> screen = screen();
        try {
            for (int round = 0; round <= runs; round++) {
                round(round > 0, screen.isPresent());
            }
            System.out.printf("Start of the program, %d runs of each, one after the other, after one that does not count:%n", runs);
            measured.forEach((name, series) -> System.out.println(series.line(name)));
            judge(screen.isPresent());
        } finally {
            screen.ifPresent(Process::destroy);
        }
        return goals.reached() ? 0 : 1;
    }

    private void round(boolean counts, boolean screen) throws IOException, InterruptedException {
        for (Way way : Way.values()) {
            take(counts, "--version", way, List.of(), List.of("--version"));
            take(counts, "check", way, List.of(), List.of("check", "--no-history", "--profile", System.getenv("PROFILE")));
            if (screen) {
                take(counts, "third frame", way, rehearsal("third-frame"), List.of());
                take(counts, "whole page", way, rehearsal("whole-page"), List.of());
            }
        }
    }

    private List<String> rehearsal(String which) {
        return List.of("-Dfaultline.rehearsal=" + which, "-Dfaultline.rehearsal.mark=" + mark());
    }

    private Path mark() {
        return home.resolve("mark");
    }

    private void take(boolean counts, String what, Way way, List<String> options, List<String> arguments) throws IOException, InterruptedException {
        Path times = home.resolve("times");
        List<String> words = Stream.of(List.of("sh", "-c", "\"$@\" >/dev/null; code=$?; times; exit $code", "sh"), new Launch().prefix(Rights.mappedRoot()),
            way.command(image, options), arguments).flatMap(List::stream).toList();
        Files.deleteIfExists(mark());
        Instant begin = Instant.now();
        Process process = started(words, way.environment(options), times);
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Instant end = Instant.now();
        int code = process.waitFor();
        if (code > WORST_VERDICT) {
            throw new IllegalStateException(words + " ended with " + code);
        }
        otherwise += code == 0 ? 0 : 1;
        if (counts) {
            // The kernel dates a file by its coarse clock, up to 4 ms before Instant.now(): so much may be missing from the third frame's figure.
            Instant reached = options.isEmpty() ? end : Files.getLastModifiedTime(mark()).toInstant();
            measured.computeIfAbsent(what + ", " + way.word, _ -> new Series())
                .add(Duration.between(begin, reached).toNanos() / 1e6, Series.processor(Files.readString(times)));
        }
    }

    private Process started(List<String> words, String options, Path out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).directory(home.toFile()).redirectOutput(out.toFile()).redirectError(home.resolve("err").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("JAVA_") || name.startsWith("JDK_"));
        environment.putAll(Map.of("HOME", home.toString(), "LANG", "C.UTF-8", "DISPLAY", display(), "FAULTLINE_JAVA_OPTIONS", options));
        return builder.start();
    }

    private static String display() {
        return ":" + (1000 + ProcessHandle.current().pid() % 30_000);
    }

    /** A screen of our own, where one can be had; as a desktop's, it does not begin anew when its last program has gone. */
    private Optional<Process> screen() throws IOException, InterruptedException {
        try {
            Process screen = new ProcessBuilder("Xvfb", display(), "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            Path socket = Path.of("/tmp/.X11-unix/X" + display().substring(1));
            for (int tenth = 0; tenth < 100 && !Files.exists(socket); tenth++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            return Optional.of(screen);
        } catch (IOException _) {
            System.out.println("SKIPPED: no Xvfb, the window was not measured.");
            return Optional.empty();
        }
    }

    private void judge(boolean screen) throws IOException, InterruptedException {
        goals.atMost("--version, ms", median("--version, cached"), 150);
        goals.atMost("check in a healthy network, ms", median("check, cached"), 1000);
        goals.atMost("runs with another exit code than 0", otherwise, 0);
        if (screen) {
            goals.atMost("window's third frame, ms", median("third frame, cached"), 600);
            goals.atMost("window's third frame, of a plain start", median("third frame, cached") / median("third frame, plain"), 0.5);
            System.out.printf(Locale.ROOT, "        of one without the cache alone %16.2f%n", median("third frame, cached") / median("third frame, uncached"));
            goals.atMost("window at rest, MB resident", resident() / MEGA, 220);
        }
        goals.atMost("installed, MB", Sizes.folder(image) / MEGA, 170);
        Optional<Path> cache = Optional.of(image.resolve("lib/faultline.aot")).filter(Files::exists);
        if (cache.isPresent()) {
            System.out.printf(Locale.ROOT, "        of it the start-up cache, MB %19.1f%n", Files.size(cache.get()) / MEGA);
        }
        Optional<Path> deb = Sizes.packed(image.resolveSibling("."));
        if (deb.isPresent()) {
            goals.atMost("package " + deb.get().getFileName() + ", MB", Files.size(deb.get()) / MEGA, 40);
        }
    }

    private double median(String name) {
        return measured.get(name).median();
    }

    /** Of the window, ten seconds after its start, in bytes. */
    private long resident() throws IOException, InterruptedException {
        Process window = started(Stream.concat(new Launch().prefix(Rights.mappedRoot()).stream(), Way.CACHED.command(image, List.of()).stream()).toList(), "",
            home.resolve("window"));
        TimeUnit.SECONDS.sleep(REST_SECONDS);
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + window.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong).findFirst().orElseThrow() * 1024;
        } finally {
            window.destroy();
        }
    }
}
