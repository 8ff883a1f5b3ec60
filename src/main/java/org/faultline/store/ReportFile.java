package org.faultline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.faultline.json.BadJson;
import org.faultline.report.JsonReportReader;
import org.faultline.report.SavedReport;
import org.faultline.run.Version;
import org.faultline.store.NotRead.Reason;

/** Opens saved reports. Reads at most as much as a report may have, and nothing but plain files: a pipe could keep one waiting for ever. */
public final class ReportFile {

    private ReportFile() { }

    /**
     * The one report in this file.
     *
     * @throws NotRead with a sentence for the person who named the file, also where it holds several
     */
    public static SavedReport open(Path file) throws NotRead {
        List<SavedReport> all = openAll(file);
        if (all.size() > 1) {
            throw new NotRead(file, Reason.SEVERAL, String.valueOf(all.size()));
        }
        return all.getFirst();
    }

    /**
     * Each report in this file, at least one: several services that were asked for at once make one file.
     *
     * @throws NotRead with a sentence for the person who named the file
     */
    public static List<SavedReport> openAll(Path file) throws NotRead {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new NotRead(file, Reason.NO_FILE, "");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return SavedReport.openAll(stream.readNBytes(JsonReportReader.LONGEST + 1), Version.CURRENT);
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
