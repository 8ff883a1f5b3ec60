package org.faultline.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * The file that a result goes to. Whether it can be written is found out at once, before anything is measured; the result is written
 * to a file beside it, flushed to the disk and renamed, so that a reader sees the old file or the whole new one.
 * What is no plain file (a device, a pipe) is written to as it is.
 */
final class ResultFile implements AutoCloseable {

    private final Path target;
    private final Path written;

    private ResultFile(Path target, Path written) {
        this.target = target;
        this.written = written;
    }

    /** @throws BadArgument if nothing can be written there; the message names the path */
    static ResultFile at(Path file) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new BadArgument("cannot write " + file + ": it is a folder");
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                return new ResultFile(target, target);
            }
            return new ResultFile(target, Files.createFile(beside(target)));
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /** The process id keeps two programs with the same target apart. */
    private static Path beside(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    private static BadArgument cannotWrite(Path file, IOException e) {
        Path folder = file.toAbsolutePath().getParent();
        return new BadArgument("cannot write " + file + ": " + switch (e) {
            case NoSuchFileException _ -> "there is no folder " + folder;
            case NotDirectoryException _ -> folder + " is not a folder";
            case AccessDeniedException _ -> "no permission to write in " + folder;
            default -> e.getMessage();
        });
    }

    /** @throws BadArgument if it cannot be written after all, such as on a full disk; nothing is left behind then */
    void write(byte[] result) {
        try {
            try (FileOutputStream stream = new FileOutputStream(written.toFile())) {
                stream.write(result);
                if (!written.equals(target)) {
                    stream.getFD().sync();
                }
            }
            if (!written.equals(target)) {
                keepPermissions();
                Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    private void keepPermissions() throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (old != null && Files.exists(target)) {
            Files.setPosixFilePermissions(written, old.readAttributes().permissions());
        }
    }

    /** Leaves no half-written file. */
    @Override
    public void close() {
        try {
            if (!written.equals(target)) {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw cannotWrite(written, e);
        }
    }
}
