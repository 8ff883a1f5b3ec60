package org.faultline.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The half-written file beside a target: {@code .faultline-PID-RANDOM.part}. Its name does not contain the target's, which may be
 * as long as a name can be; the process id tells whose it is, and the random part keeps several writes of one process apart.
 */
final class Part {

    private static final Pattern NAME = Pattern.compile("\\.faultline-(\\d{1,18})-[0-9a-f]{8}\\.part");

    private Part() { }

    static Path beside(Path target, Readers readers) throws IOException {
        while (true) {
            String random = "%08x".formatted(ThreadLocalRandom.current().nextInt());
            try {
                Path part = target.resolveSibling(".faultline-" + ProcessHandle.current().pid() + "-" + random + ".part");
                readers.create(part);
                return part;
            } catch (FileAlreadyExistsException _) {
                // Another thread drew the same number: draw again.
            }
        }
    }

    /** Removes what dead processes left in a folder. */
    static void sweep(Path folder) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".faultline-*.part")) {
            for (Path part : parts) {
                if (isLeftBehind(part)) {
                    remove(part);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // Sweeping is a courtesy; the write itself says what is wrong with the folder.
        }
    }

    private static boolean isLeftBehind(Path part) {
        Matcher name = NAME.matcher(part.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException _) {
            // The next sweep finds it.
        }
    }
}
