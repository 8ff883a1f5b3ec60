package org.faultline.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.faultline.store.NotWritten.Reason;

/**
 * One file about to be written. Whether it can be written is found out at once; the content goes to a file beside it, is flushed to
 * the disk and renamed, so that a reader sees the old file or the whole new one, whatever happens in between: a crash, a full disk,
 * another program writing the same file. What is no plain file (a device, a pipe) is written to as it is.
 */
public final class SafeFile implements AutoCloseable {

    private final Path named;
    private final Path target;
    private final Path written;
    private final Readers readers;

    private SafeFile(Path named, Path target, Path written, Readers readers) {
        this.readers = readers;
        this.named = named;
        this.target = target;
        this.written = written;
    }

    /** Writes a file in one go. */
    public static void write(Path file, byte[] content) throws NotWritten {
        try (SafeFile safe = at(file)) {
            safe.write(content);
        }
    }

    /** Writes in one go a file that only its owner may read (0600), from its first moment on and whoever could read it before. */
    public static void writePrivately(Path file, byte[] content) throws NotWritten {
        try (SafeFile safe = at(file, Readers.OWNER)) {
            safe.write(content);
        }
    }

    /**
     * Finds out whether this file can be written, and holds a place for it beside. Close it in any case.
     *
     * @throws NotWritten if nothing can be written there
     */
    public static SafeFile at(Path file) throws NotWritten {
        return at(file, Readers.AS_BEFORE);
    }

    private static SafeFile at(Path file, Readers readers) throws NotWritten {
        Path target = file.toAbsolutePath();
        try {
            if (Files.exists(target)) {
                target = target.toRealPath();
            }
            if (Files.isDirectory(target)) {
                throw new NotWritten(file, Reason.IS_A_FOLDER, new IOException("is a folder"));
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                return new SafeFile(file, target, target, readers);
            }
            Part.sweep(target.getParent());
            return new SafeFile(file, target, Part.beside(target, readers), readers);
        } catch (NotWritten e) {
            throw e;
        } catch (IOException e) {
            throw WhyNotWritten.of(file, target, 0, e);
        }
    }

    /**
     * Puts the whole content in place.
     *
     * @throws NotWritten if it cannot be written after all, such as on a full disk; the earlier file is untouched then
     */
    public void write(byte[] content) throws NotWritten {
        try {
            try (FileOutputStream stream = new FileOutputStream(written.toFile())) {
                stream.write(content);
                if (isPlain()) {
                    stream.getFD().sync();
                }
            }
            if (isPlain()) {
                putInPlace();
            }
        } catch (IOException e) {
            throw WhyNotWritten.of(named, target, content.length, e);
        }
    }

    private boolean isPlain() {
        return !written.equals(target);
    }

    private void putInPlace() throws IOException {
        readers.carryOver(target, written);
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        flushFolder(target.getParent());
    }

    /** Makes the new name itself last through a power cut (fsync(2)). Windows cannot open a folder, and needs no such thing. */
    static void flushFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // The content is on the disk and in place; only its name might not outlast a power cut.
        }
    }

    /** Leaves no half-written file. What cannot be removed now is swept away by the next write into that folder. */
    @Override
    public void close() {
        if (isPlain()) {
            Part.remove(written);
        }
    }
}
