package org.faultline.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that only its owner may look into (0700): what is kept in it tells where somebody was and what they said. */
final class PrivateFolder {

    private PrivateFolder() { }

    /** Makes it, private from its first moment on, where it is not there; one that is there stays as its owner has made it. */
    static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path whole = folder.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        try {
            if (whole.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(whole);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(whole)) {
                throw e;
            }
        }
    }
}
