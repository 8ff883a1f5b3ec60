package org.faultline.report;

import org.faultline.model.Severity;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;

/** Colours of text, as ANSI escape codes (ECMA-48). They repeat what symbols and words say already, and never say it alone. */
enum Ink {
    PLAIN(""), BOLD("1"), FAINT("2"), GOOD("32"), BAD("1;31"), WARN("33"), NOTE("36");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text) {
        return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    static Ink of(Verdict.Status status) {
        return switch (status) {
            case HEALTHY -> GOOD;
            case DEGRADED -> WARN;
            case FAULT -> BAD;
            case UNDECIDED -> NOTE;
        };
    }

    static Ink of(Severity severity) {
        return switch (severity) {
            case INFO, NOT_MEASURED -> NOTE;
            case WARNING -> WARN;
            case FAULT -> BAD;
        };
    }

    static Ink of(StageStatus status) {
        return switch (status) {
            case OK -> GOOD;
            case INFO -> NOTE;
            case WARNING -> WARN;
            case FAULT -> BAD;
            case NOT_RUN, NOT_MEASURED -> FAINT;
        };
    }
}
