package org.faultline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.faultline.model.Conversation;
import org.faultline.model.Report;
import org.faultline.report.JsonReport;
import org.faultline.report.Reports;

/** A program of its own that saves a session, a run of the history and an export in turn, and says so after each, until it is killed. */
public final class SavesForEver {

    private SavesForEver() { }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        History history = new History(folder.resolve("history"), new History.Bounds(50, 64L << 20, Duration.ofDays(3650)));
        Files.createDirectories(folder.resolve("sessions"));
        for (long number = Long.parseLong(arguments[1]); ; number++) {
            Report report = numbered(number);
            SafeFile.write(folder.resolve("sessions").resolve("session.json"), JsonReport.write(report));
            System.out.println("session " + number);
            history.add(report);
            System.out.println("history " + number);
            SafeFile.write(folder.resolve("export.json"), JsonReport.write(report));
            System.out.println("export " + number);
        }
    }

    /** The number stands in the start, and as the ticket. */
    private static Report numbered(long number) {
        Report base = Reports.all().get((int) (number % 4));
        return new Report("0.1.0", Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number), base.elapsed(), base.machine(), base.diagnosis(),
            base.observations(), new Conversation(Conversation.Mode.GUIDED, Long.toString(number), List.of(), List.of(),
            List.of(), List.of()));
    }
}
