package org.faultline.lab.run;

import java.util.Optional;
import org.faultline.lab.cases.Case;
import org.faultline.model.Fault;
import org.faultline.model.Severity;
import org.faultline.model.Stage;

/** One case, what was heard, and whether that was right. */
record Judged(Case given, Heard heard) {

    /** A fault: right stage, right kind of verdict and exit code. Harmless: healthy, without any warning. */
    boolean rightStage() {
        return given.fault().map(this::rightStage).orElseGet(() -> !falseAlarm());
    }

    private boolean rightStage(Fault fault) {
        boolean sameStage = fault.stage().map(Stage::id).map(heard.stage()::equals).orElse(true);
        boolean othersTold = given.tells().stream().flatMap(told -> told.stage().stream()).allMatch(this::tellsOf);
        return sameStage && othersTold && heard.status().equals(status(fault.severity())) && heard.exitCode() == given.exitCode();
    }

    private boolean tellsOf(Stage stage) {
        return heard.alarms().stream().flatMap(code -> Fault.of(code).stream()).anyMatch(fault -> fault.stage()
            .equals(Optional.of(stage)));
    }

    /** The very code; for a harmless case also everything it has to mention. */
    boolean exact() {
        return rightStage() && (given.isFault()
            ? heard.code().equals(expected())
            : given.tells().stream().map(Fault::code).allMatch(heard::tells));
    }

    boolean falseAlarm() {
        return !given.isFault() && (!heard.status().equals("healthy") || heard.exitCode() != 0 || !heard.alarms().isEmpty());
    }

    String expected() {
        return given.fault().map(Fault::code).orElse("healthy");
    }

    /** The verdict, and for an alarm that should not be what it was. */
    String got() {
        if (rightStage()) {
            return heard.code();
        }
        return heard.code() + " (" + heard.status() + " " + heard.stage() + ", exit " + heard.exitCode() + ") " + heard.alarms();
    }

    boolean inTime() {
        return heard.verdictMs() <= given.speed().limit().toMillis();
    }

    static String status(Severity severity) {
        return switch (severity) {
            case INFO -> "healthy";
            case WARNING -> "degraded";
            case FAULT -> "fault";
            case NOT_MEASURED -> "undecided";
        };
    }
}
