package org.faultline.ui.page;

import java.util.Locale;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Severity;
import org.faultline.model.StageStatus;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;
import org.faultline.report.LeftOut;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** How something stands, as icon and colour; the word always stands beside it. The name in lower case is its style class. */
public enum Mark {
    OK(MaterialDesignC.CHECK_CIRCLE),
    INFO(MaterialDesignI.INFORMATION),
    WARNING(MaterialDesignA.ALERT),
    FAULT(MaterialDesignC.CLOSE_CIRCLE),
    /** Could not be measured. */
    UNKNOWN(MaterialDesignH.HELP_CIRCLE),
    /** Said by a person, not measured. */
    TOLD(MaterialDesignA.ACCOUNT_VOICE),
    /** Not asked, not reached, left out. */
    QUIET(MaterialDesignC.CIRCLE_OUTLINE),
    RUNNING(MaterialDesignL.LOADING);

    private final Ikon icon;

    Mark(Ikon icon) {
        this.icon = icon;
    }

    public Ikon icon() {
        return icon;
    }

    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Mark of(StageStatus status) {
        return switch (status) {
            case OK -> OK;
            case INFO -> INFO;
            case WARNING -> WARNING;
            case FAULT -> FAULT;
            case NOT_RUN -> QUIET;
            case NOT_MEASURED -> UNKNOWN;
        };
    }

    /** A run without a fault that was not asked for everything is good to know, and not all well. */
    public static Mark of(Diagnosis diagnosis) {
        Verdict.Status status = diagnosis.verdict().status();
        return status == Verdict.Status.HEALTHY && !LeftOut.of(diagnosis).isEmpty() ? INFO : of(status);
    }

    public static Mark of(Verdict.Status status) {
        return switch (status) {
            case HEALTHY -> OK;
            case DEGRADED -> WARNING;
            case FAULT -> FAULT;
            case UNDECIDED -> UNKNOWN;
        };
    }

    public static Mark of(Severity severity) {
        return switch (severity) {
            case INFO -> INFO;
            case WARNING -> WARNING;
            case FAULT -> FAULT;
            case NOT_MEASURED -> UNKNOWN;
        };
    }

    /** What a person said never looks as if it had been measured. */
    public static Mark of(Observation seen) {
        return PersonQuestion.isTold(seen) ? TOLD : of(seen.outcome());
    }

    private static Mark of(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> OK;
            case FAILED -> FAULT;
            case UNKNOWN -> UNKNOWN;
            case SKIPPED -> QUIET;
        };
    }

    public static Mark of(Truth answer) {
        return switch (answer) {
            case YES -> OK;
            case NO -> FAULT;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
