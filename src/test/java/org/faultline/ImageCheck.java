package org.faultline;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts the linked image as its users will: moved to a path with blanks, through a symbolic link, from another directory,
 * without an environment, and as nobody where the build runs as root.
 *
 * <p>The image build runs it (also with -DskipTests) and fails with it. Unit tests cannot show this: surefire opens every
 * package, so a missing {@code opens}, {@code exports} or module appears in the linked program only.
 */
final class ImageCheck {
    private static final int NOBODY = 65534;
    private static final long TIMEOUT_SECONDS = 60;
    private static final String NO_CACHE = "Java did not use the start-up cache";
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /**
     * A start of the program, the exit codes it may end with, and a word its stdout must have.
     *
     * @param environment besides the search path
     */
    private record Start(Map<String, String> environment, Set<Integer> exits, String says, String... arguments) { }

    /** The cache is demanded (AOTMode=on), since in everyday use the JVM refuses it without a word. */
    private static final Map<String, String> WITH_CACHE = Map.of("FAULTLINE_JAVA_OPTIONS", "-XX:AOTMode=on", "FAULTLINE_SMALL", "0");

    private final List<Start> starts;
    private final Path place;
    private final List<String> asNobody;

    private ImageCheck(String version, Path place) throws IOException {
        this.starts = List.of(
                new Start(WITH_CACHE, Set.of(0), "faultline " + version, "--version"),
                // Loopback alone proves no health: undecided is right too, and what it says is for other tests.
                new Start(WITH_CACHE, Set.of(0, 3), "\"schema\": \"faultline-report/1\"", loopbackCheck("--json")),
                new Start(WITH_CACHE, Set.of(0, 3), "loopback-ipv4", loopbackCheck("--verbose")),
                // As small devices run it: by itself, and told to be small for all.
                new Start(Map.of(), Set.of(0, 3), "loopback-ipv4", loopbackCheck("--quiet")),
                new Start(Map.of("FAULTLINE_SMALL", "1"), Set.of(0), "faultline " + version, "--version"),
                new Start(WITH_CACHE, Set.of(3), "", "--no-such-option"));
        this.place = place;
        this.asNobody = !WINDOWS && Files.getOwner(place).getName().equals("root")
                ? List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups") : List.of();
    }

    /** No packet may leave the machine that builds. */
    private static String[] loopbackCheck(String how) {
        return new String[] {"check", "--only", "loopback-ipv4", "--no-external", how};
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("faultline image ");
        try {
            if (!WINDOWS) {
                Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            new ImageCheck(arguments[1], place).run(Path.of(arguments[0]));
        } finally {
            delete(place);
        }
    }

    private void run(Path image) throws IOException, InterruptedException {
        Path moved = place.resolve("moved here");
        copy(image, moved);
        Path program = program(moved);
        List<String> complaints = new ArrayList<>();
        for (Start start : starts) {
            complaints.addAll(complaintsAbout(start, program));
        }
        complaints.addAll(complaintsWithoutCache(moved, program));
        if (!complaints.isEmpty()) {
            throw new AssertionError("The linked image does not start as it should:\n" + String.join("\n", complaints));
        }
    }

    /** Through a symbolic link, but on Windows, where making one is a privilege. */
    private Path program(Path image) throws IOException {
        return WINDOWS ? image.resolve("bin/faultline.cmd") : Files.createSymbolicLink(place.resolve("link"), image.resolve("bin/faultline"));
    }

    private List<String> complaintsAbout(Start start, Path program) throws IOException, InterruptedException {
        return complaintsAbout(start, program, "");
    }

    private List<String> complaintsAbout(Start start, Path program, String mutters) throws IOException, InterruptedException {
        List<String> command = Stream.of(asNobody, List.of(program.toString()), List.of(start.arguments()))
                .flatMap(List::stream).toList();
        Path out = place.resolve("out");
        Path err = place.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.toAbsolutePath().getRoot().toFile())
                .redirectInput(new File(WINDOWS ? "NUL" : "/dev/null")).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> !WINDOWS || !name.equalsIgnoreCase("SystemRoot"));
        if (!WINDOWS) {
            builder.environment().put("PATH", "/usr/bin:/bin");
        }
        builder.environment().putAll(start.environment());
        Process process = builder.start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return List.of(command + ": no end after " + TIMEOUT_SECONDS + " s");
        }
        String said = Files.readString(out);
        String complained = Files.readString(err);
        boolean asExpected = start.exits().contains(process.exitValue()) && said.contains(start.says()) && complained.contains(mutters)
                && Stream.of("WARNING:", "SLF4J", "Exception", "\tat ").noneMatch(complained::contains);
        return asExpected ? List.of() : List.of("%s: exit %d, expected %s and \"%s\"%nstdout: %s%nstderr: %s".formatted(
                command, process.exitValue(), start.exits(), start.says(), said, complained));
    }

    /** Java refuses a cache without a word: the program works, and says in {@code -v} that it goes without. */
    private List<String> complaintsWithoutCache(Path image, Path program) throws IOException, InterruptedException {
        List<String> complaints = new ArrayList<>(refused(program, "--add-exports=java.base/sun.net=org.faultline"));
        Files.writeString(image.resolve("lib/faultline.aot"), "this is no cache");
        complaints.addAll(refused(program, ""));
        return complaints;
    }

    private List<String> refused(Path program, String options) throws IOException, InterruptedException {
        Map<String, String> offered = Map.of("FAULTLINE_JAVA_OPTIONS", options, "FAULTLINE_SMALL", "0");
        return complaintsAbout(new Start(offered, Set.of(0, 3), "loopback-ipv4", loopbackCheck("--verbose")), program, NO_CACHE);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static void delete(Path place) throws IOException {
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
