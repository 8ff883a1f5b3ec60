package org.faultline.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faultline.model.Diagnosis;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Remedy;
import org.faultline.model.Report;
import org.faultline.model.Verdict;

/**
 * The words of one report: what its verdict and findings say, with the commands of the system that it was made on.
 *
 * @param good the finding that says what is well, where a healthy verdict has one; it speaks in place of the general words
 */
public record Telling(Words words, Verdict verdict, Optional<Finding> good, String os) {

    static Telling of(Report report) {
        return of(report, Locale.ENGLISH);
    }

    public static Telling of(Report report, Locale locale) {
        return new Telling(new Words(locale), report.diagnosis().verdict(), good(report.diagnosis()), String.valueOf(report.machine().get("os")));
    }

    private static Optional<Finding> good(Diagnosis diagnosis) {
        boolean healthy = diagnosis.verdict().status() == Verdict.Status.HEALTHY;
        return diagnosis.findings().stream().filter(finding -> healthy && finding.fault() == Fault.SERVICE_UP).findFirst();
    }

    private Optional<Finding> speaker() {
        return verdict.finding().or(() -> good);
    }

    public String title() {
        return speaker().map(this::title).orElseGet(() -> words.title(verdict.status()));
    }

    public String summary() {
        return speaker().map(this::summary).orElseGet(() -> words.summary(verdict.status()));
    }

    public String title(Finding finding) {
        return words.title(finding.fault(), facts(finding));
    }

    public String summary(Finding finding) {
        return words.summary(finding.fault(), facts(finding));
    }

    public String explanation(Finding finding) {
        return words.explanation(finding.fault(), facts(finding));
    }

    public List<Remedy> remedies(Finding finding) {
        return words.remedies(finding.fault(), os, facts(finding));
    }

    /** With addresses in the form that people write. */
    private static Map<String, String> facts(Finding finding) {
        return finding.facts().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, fact -> Shown.address(fact.getValue())));
    }
}
