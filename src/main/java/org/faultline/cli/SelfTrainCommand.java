package org.faultline.cli;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.report.Catalogue;
import org.faultline.report.JsonReport;
import org.faultline.report.JsonReportReader;
import org.faultline.report.TextReport;
import org.faultline.report.TextStyle;
import org.faultline.run.Cancellation;
import org.faultline.run.Check;
import org.faultline.run.Profile;
import org.faultline.run.Progress;
import picocli.CommandLine.Command;

/**
 * {@code faultline self-train}: what the build runs once so that the start-up cache knows the classes of a check. Talks to loopback
 * alone, writes nothing and succeeds whatever it finds.
 */
@Command(name = "self-train", hidden = true, description = "Used by the build to make the start-up cache.")
final class SelfTrainCommand implements Callable<Integer> {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    @Override
    public Integer call() {
        Check check = new Check(Profile.DEFAULT.withoutExternal(), EnumSet.of(Stage.LOOPBACK_IPV4, Stage.LOOPBACK_IPV6), DEADLINE);
        Report report = check.run(new Cancellation(), Progress.NONE);
        TextStyle style = new TextStyle(80, true, true, TextStyle.Detail.ALL);
        int written = TextReport.write(JsonReportReader.read(JsonReport.write(report)), style).length()
            + new Catalogue(style, "Linux").all().length();
        return written > 0 ? ExitCode.HEALTHY : ExitCode.UNDECIDED;
    }
}
