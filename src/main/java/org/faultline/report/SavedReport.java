package org.faultline.report;

import java.util.ArrayList;
import java.util.List;
import org.faultline.json.BadJson;
import org.faultline.model.Report;

/**
 * A report that was read back: what it says, what this version could not understand of it, and what this version makes of its
 * observations. Opening runs nothing, fetches nothing and writes nothing.
 *
 * @param newer         it was written by a later version or in a later schema than this one
 * @param notUnderstood places that were left out for that, each with the reason
 */
public record SavedReport(Report report, String schema, boolean newer, List<String> notUnderstood, Replay replay) {

    /** More would not be read by anybody. */
    private static final int MOST_TOLD = 20;

    public SavedReport {
        notUnderstood = List.copyOf(notUnderstood);
    }

    /**
     * @param version of this program
     * @throws BadJson naming the place of whatever is broken; in a report of a later version, only what nothing can be told without
     */
    public static SavedReport open(byte[] text, String version) {
        return JsonReportReader.open(text, version);
    }

    /**
     * Each of the reports in a file: usually one, several where several services were asked for at once.
     *
     * @throws BadJson as {@link #open} does, for the first that is broken
     */
    public static List<SavedReport> openAll(byte[] text, String version) {
        return JsonReportReader.openAll(text, version);
    }

    /** Where it comes from, what could not be understood, and how this version judges it; one sentence each, the first always there. */
    public List<String> remarks(ShownTime time) {
        Texts texts = new Texts("report", time.locale());
        List<String> remarks = new ArrayList<>();
        remarks.add(texts.get("saved.origin", time.of(report.started()), report.toolVersion()));
        if (newer) {
            remarks.add(texts.get("saved.newer", schema));
        }
        notUnderstood.stream().limit(MOST_TOLD).forEach(place -> remarks.add(texts.get("saved.leftOut", place)));
        if (notUnderstood.size() > MOST_TOLD) {
            remarks.add(texts.get("saved.leftOutMore", notUnderstood.size() - MOST_TOLD));
        }
        if (replay.differences().isEmpty()) {
            remarks.add(texts.get("saved.alike"));
        }
        replay.differences().forEach(difference -> remarks.add(told(difference, texts)));
        return remarks;
    }

    private static String told(Replay.Difference difference, Texts texts) {
        return switch (difference.kind()) {
            case VERDICT -> texts.get("saved.verdict", difference.was(), difference.is());
            case STAGE -> texts.get("saved.stage", difference.about(), shown(difference.was()), shown(difference.is()));
            case FINDING -> difference.is().isEmpty() ? texts.get("saved.gone", difference.was()) : texts.get("saved.found", difference.is());
        };
    }

    private static String shown(String status) {
        return status.isEmpty() ? "–" : status;
    }
}
