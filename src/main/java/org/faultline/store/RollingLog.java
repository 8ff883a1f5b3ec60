package org.faultline.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A text file that grows to a bound: before a line would make it longer, it becomes {@code FILE.1} in place of what bore that name. So there
 * are never more than two files, and the latest lines are always there.
 *
 * @param longest bytes of one file
 */
public record RollingLog(Path file, long longest) {

    /** Finds out whether it can be written. */
    public void begin() throws NotWritten {
        append(new byte[0]);
    }

    /** Appends the line and its end, UTF-8. */
    public void add(String line) throws NotWritten {
        append((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
    }

    private void append(byte[] bytes) throws NotWritten {
        try {
            if (Files.isRegularFile(file) && Files.size(file) + bytes.length > longest) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw WhyNotWritten.of(file, file.toAbsolutePath(), bytes.length, e);
        }
    }
}
