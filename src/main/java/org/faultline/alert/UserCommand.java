package org.faultline.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.faultline.alert.Trouble.Kind;
import org.faultline.alert.Trouble.Way;
import org.faultline.model.Report;
import org.faultline.report.JsonReport;

/**
 * Runs a command of the user's own for each alert, with its arguments as they are and never through a shell. The environment tells it what
 * happened: {@code FAULTLINE_EVENT}, {@code FAULTLINE_STATUS}, {@code FAULTLINE_CODE}, {@code FAULTLINE_TEXT}, and in {@code FAULTLINE_REPORT}
 * the path of the report where there is one. That file is readable by this user only and removed when the command has ended. One command runs at
 * a time, for half a minute at most.
 */
public final class UserCommand implements Channel {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<String> command;
    private final Duration longest;
    private final Consumer<Trouble> problems;
    private final Mailbox mailbox;

    /** @param problems hears what went wrong */
    public UserCommand(List<String> command, Consumer<Trouble> problems) {
        this(command, LONGEST, problems);
    }

    UserCommand(List<String> command, Duration longest, Consumer<Trouble> problems) {
        this.command = List.copyOf(command);
        this.longest = longest;
        this.problems = problems;
        this.mailbox = new Mailbox(Way.COMMAND, this::run, problems);
    }

    @Override
    public void tell(Alert alert) {
        if (alert.alarms()) {
            mailbox.put(alert);
        }
    }

    private void run(Alert alert) throws InterruptedException {
        Map<String, String> environment = new HashMap<>(Map.of("FAULTLINE_EVENT", alert.event(), "FAULTLINE_STATUS", alert.status(),
            "FAULTLINE_CODE", alert.code(), "FAULTLINE_TEXT", alert.text()));
        try {
            Optional<Path> report = alert.report().isPresent() ? Optional.of(written(alert.report().get())) : Optional.empty();
            report.ifPresent(file -> environment.put("FAULTLINE_REPORT", file.toString()));
            try {
                new Started(command, environment, longest).toItsEnd().ifPresent(met -> problems.accept(Trouble.of(Kind.COMMAND, met)));
            } finally {
                if (report.isPresent()) {
                    Files.deleteIfExists(report.get());
                }
            }
        } catch (IOException e) {
            problems.accept(Trouble.of(Kind.NO_REPORT, command.getFirst(), String.valueOf(e.getMessage())));
        }
    }

    /** Java makes temporary files readable by their owner only. */
    private static Path written(Report report) throws IOException {
        return Files.write(Files.createTempFile("faultline-", ".faultline.json"), JsonReport.write(report));
    }

    @Override
    public void close() {
        mailbox.close();
    }
}
