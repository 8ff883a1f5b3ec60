package org.faultline.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faultline.store.NotWritten.Reason;

/**
 * Finds out why a file could not be written by looking at the disk, never by the words of the failure: Java has one exception for a
 * full disk, a name that is too long and a file that is held open, and its text is in the system's language.
 */
final class WhyNotWritten {

    /** NAME_MAX and PATH_MAX of Linux and macOS in bytes; Windows counts 255 and 32,767 UTF-16 units, so these say it no too late. */
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 4095;

    private WhyNotWritten() { }

    /** @param length bytes that were to be written */
    static NotWritten of(Path file, Path target, long length, IOException cause) {
        return new NotWritten(file, reason(target, length, cause), cause);
    }

    /** Asked in this order: 1. is the path itself impossible, 2. is its folder there, 3. has the disk room, 4. may we write. */
    private static Reason reason(Path target, long length, IOException cause) {
        Path folder = target.getParent();
        if (bytes(target.getFileName()) > LONGEST_NAME || bytes(target) > LONGEST_PATH) {
            return Reason.PATH_TOO_LONG;
        }
        if (folder == null || Files.notExists(folder)) {
            return hasAFileOnTheWay(folder) ? Reason.FOLDER_IS_A_FILE : Reason.FOLDER_MISSING;
        }
        if (!Files.isDirectory(folder)) {
            return Reason.FOLDER_IS_A_FILE;
        }
        return byTheDisk(folder, length, cause);
    }

    /** A file system without any room at all, such as /proc, is no disk that could be full. */
    private static Reason byTheDisk(Path folder, long length, IOException cause) {
        try {
            FileStore disk = Files.getFileStore(folder);
            if (disk.isReadOnly()) {
                return Reason.READ_ONLY;
            }
            if (!Files.isWritable(folder)) {
                return Reason.NO_PERMISSION;
            }
            if (disk.getTotalSpace() > 0 && disk.getUsableSpace() <= length) {
                return Reason.DISK_FULL;
            }
        } catch (IOException _) {
            return Reason.OTHER;
        }
        return cause instanceof AccessDeniedException ? Reason.HELD : Reason.OTHER;
    }

    private static boolean hasAFileOnTheWay(Path folder) {
        for (Path on = folder; on != null; on = on.getParent()) {
            if (Files.exists(on)) {
                return !Files.isDirectory(on);
            }
        }
        return false;
    }

    private static int bytes(Path path) {
        return path == null ? 0 : path.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
