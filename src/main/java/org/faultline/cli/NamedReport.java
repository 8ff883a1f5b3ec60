package org.faultline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faultline.model.Report;
import org.faultline.store.NotRead;
import org.faultline.store.ReportFile;

/** A saved report that was named on the command line, to be read or copied. */
final class NamedReport {

    private NamedReport() { }

    /** @throws BadArgument if the file cannot be read */
    static Report read(Path file) {
        try {
            return ReportFile.open(file).report();
        } catch (NotRead e) {
            throw new BadArgument(e.getMessage());
        }
    }

    /**
     * A report is never lost to its own copy, and another file only where that was asked for. What is no plain file (a device, a pipe) loses nothing.
     *
     * @param force whether another file may be replaced
     * @throws BadArgument if this copy would replace what it should not
     */
    static void refuseReplacing(Path report, Path copy, boolean force) {
        try {
            if (Files.exists(copy) && Files.isSameFile(report, copy)) {
                throw new BadArgument("cannot write " + copy + ": that is the report itself; name another file with -o");
            }
        } catch (IOException e) {
            throw new BadArgument("cannot write " + copy + ": " + e.getMessage());
        }
        if (!force && Files.isRegularFile(copy)) {
            throw new BadArgument("cannot write " + copy + ": it is there already; --force replaces it");
        }
    }
}
