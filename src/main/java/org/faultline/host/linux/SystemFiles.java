package org.faultline.host.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.faultline.host.Reading;
import org.faultline.host.SystemFile;
import org.faultline.model.Cause;

/** Reads the files that decide about names, at most 1 MiB of each. */
record SystemFiles(Path root) {

    private static final int MOST = 1 << 20;

    Reading<byte[]> read(SystemFile file) {
        return read(switch (file) {
            case HOSTS -> "etc/hosts";
            case NAME_SERVICE_SWITCH -> "etc/nsswitch.conf";
        });
    }

    /** A named pipe in the place of a file would block the open, so only regular files are opened. */
    Reading<byte[]> read(String name) {
        Path path = root.resolve(name);
        String method = path.toString();
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return Reading.unknown(Cause.UNREADABLE, "not a regular file", method);
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return Reading.known(stream.readNBytes(MOST), method);
        } catch (NoSuchFileException _) {
            return Reading.unknown(Cause.MISSING, "ENOENT", method);
        } catch (AccessDeniedException _) {
            return Reading.unknown(Cause.UNREADABLE, "EACCES", method);
        } catch (IOException _) {
            return Reading.unknown(Cause.UNREADABLE, "", method);
        }
    }
}
