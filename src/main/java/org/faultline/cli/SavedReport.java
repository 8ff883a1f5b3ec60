package org.faultline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.faultline.json.BadJson;
import org.faultline.model.Report;
import org.faultline.report.JsonReportReader;

/** Reads a saved report that was named on the command line. */
final class SavedReport {

    private SavedReport() { }

    /** @throws BadArgument if the file cannot be read */
    static Report read(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BadArgument("cannot read " + file + ": it is not a file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return JsonReportReader.read(stream.readNBytes(JsonReportReader.LONGEST + 1));
        } catch (BadJson e) {
            throw new BadArgument(file + " is no report that this version reads: " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new BadArgument("cannot read " + file + ": there is no such file");
        } catch (IOException e) {
            throw new BadArgument("cannot read " + file + ": " + e.getMessage());
        }
    }
}
