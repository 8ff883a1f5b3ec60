package org.faultline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faultline.model.Report;
import org.faultline.store.NotRead;
import org.faultline.store.ReportFile;

/** Reads a saved report that was named on the command line. */
final class SavedReport {

    private SavedReport() { }

    /** @throws BadArgument if the file cannot be read */
    static Report read(Path file) {
        return open(file).report();
    }

    /** Also how this version judges it. */
    static org.faultline.report.SavedReport open(Path file) {
        try {
            return ReportFile.open(file);
        } catch (NotRead e) {
            throw new BadArgument(e.getMessage());
        }
    }

    /** A report is never lost to its own copy. */
    static void refuseReplacing(Path file, Path target) {
        try {
            if (Files.exists(target) && Files.isSameFile(file, target)) {
                throw new BadArgument("cannot write " + target + ": that is the report itself; name another file with -o");
            }
        } catch (IOException e) {
            throw new BadArgument("cannot write " + target + ": " + e.getMessage());
        }
    }
}
