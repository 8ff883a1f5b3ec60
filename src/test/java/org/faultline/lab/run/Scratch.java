package org.faultline.lab.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** The one directory of a lab run, named after its process; what a killed run has left is swept by the next one. */
final class Scratch implements AutoCloseable {
    private static final String PREFIX = "faultline-lab-";

    private final Path directory;

    private Scratch(Path directory) {
        this.directory = directory;
    }

    static Scratch open() throws IOException {
        sweep();
        Path made = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
        // The program runs as another user and has to read its profile here.
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Scratch(made);
    }

    Path directory() {
        return directory;
    }

    /** Directories of processes that are gone. */
    static void sweep() throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> all = Files.list(parent)) {
            all.filter(path -> path.getFileName().toString().startsWith(PREFIX)).filter(path -> !alive(path))
                .forEach(Scratch::delete);
        }
    }

    private static boolean alive(Path path) {
        String pid = path.getFileName().toString().substring(PREFIX.length()).split("-")[0];
        return ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delete(directory);
    }
}
