package org.faultline.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Who may read a file that is written. Where the system knows no such modes (Windows), its folder decides in any case. */
enum Readers {
    /** Whoever could read the file before; a new one, whoever the umask lets. */
    AS_BEFORE,
    /** Its owner alone (0600), whatever it was before: what is in it opens doors, such as the address of a webhook. */
    OWNER;

    /** @throws FileAlreadyExistsException if there is one */
    void create(Path file) throws IOException {
        if (this == OWNER && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /** What the new file takes over from the one that it is about to replace. */
    void carryOver(Path old, Path written) throws IOException {
        PosixFileAttributeView before = Files.getFileAttributeView(old, PosixFileAttributeView.class);
        if (this == AS_BEFORE && before != null && Files.exists(old)) {
            Files.setPosixFilePermissions(written, before.readAttributes().permissions());
        }
    }
}
