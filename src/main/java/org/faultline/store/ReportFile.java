package org.faultline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.faultline.json.BadJson;
import org.faultline.report.JsonReportReader;
import org.faultline.report.SavedReport;
import org.faultline.run.Version;
import org.faultline.store.NotRead.Reason;

/** Opens saved reports. Reads at most as much as a report may have, and nothing but plain files: a pipe could keep one waiting for ever. */
public final class ReportFile {

    private ReportFile() { }

    /** @throws NotRead with a sentence for the person who named the file */
    public static SavedReport open(Path file) throws NotRead {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new NotRead(file, Reason.NO_FILE, "");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return SavedReport.open(stream.readNBytes(JsonReportReader.LONGEST + 1), Version.CURRENT);
        } catch (BadJson e) {
            throw new NotRead(file, Reason.NO_REPORT, e.getMessage());
        } catch (NoSuchFileException e) {
            throw new NotRead(file, Reason.MISSING, "");
        } catch (AccessDeniedException e) {
            throw new NotRead(file, Reason.NO_PERMISSION, "");
        } catch (IOException e) {
            throw new NotRead(file, Reason.OTHER, String.valueOf(e.getMessage()));
        }
    }
}
