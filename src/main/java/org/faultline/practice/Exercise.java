package org.faultline.practice;

import java.util.Optional;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Report;

/**
 * A recorded check and the complaint it began with.
 *
 * @param id     untranslated; its words are {@code exercise.ID.title} and {@code exercise.ID.complaint} in {@code words/practice.properties}
 * @param report what was measured, and what the program made of it
 */
public record Exercise(String id, Level level, Report report) {

    /** What is to be found; empty where nothing is broken. */
    public Optional<Fault> fault() {
        return report.diagnosis().verdict().finding().map(Finding::fault);
    }
}
