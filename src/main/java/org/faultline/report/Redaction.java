package org.faultline.report;

import java.util.List;
import org.faultline.model.Report;
import org.faultline.report.redaction.Passage;
import org.faultline.report.redaction.Redactor;
import org.faultline.report.redaction.Replacement;

/**
 * A report without what its owner did not mean to give: host and user names, MAC and public addresses, names of wireless networks,
 * domains, passwords, paths. The same value gets the same token everywhere, so that the report still makes sense; private addresses
 * stay, since what lies in which subnet is what the helpdesk needs. The same report always comes out the same.
 *
 * @param report       the redacted one, marked as such
 * @param replacements each private thing once, in order of appearance
 * @param passages     every text of the report with its replacements in place, for a preview
 */
public record Redaction(Report report, List<Replacement> replacements, List<Passage> passages) {

    /** Without a trace of any device. */
    public static Redaction of(Report report) {
        return of(report, false);
    }

    /** @param vendors whether the half of a MAC address that names its maker is kept */
    public static Redaction of(Report report, boolean vendors) {
        Redactor redactor = new Redactor(report, vendors);
        Report redacted = redactor.redacted();
        return new Redaction(redacted, redactor.replacements(), redactor.passages());
    }

    /** How often something was replaced. */
    public int count() {
        return replacements.stream().mapToInt(Replacement::count).sum();
    }
}
