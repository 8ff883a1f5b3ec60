package org.faultline.ui.page;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.faultline.json.BadJson;
import org.faultline.model.Report;
import org.faultline.report.Changes;
import org.faultline.report.ChangesText;
import org.faultline.report.ShownTime;
import org.faultline.store.Folders;
import org.faultline.store.History;
import org.faultline.store.History.Entry;
import org.faultline.store.KeptDays;
import org.faultline.store.NotWritten;
import org.faultline.store.Settings;

/** The kept runs, as the settings want them. */
public final class KeptRuns {

    private final Folders folders;

    public KeptRuns(Folders folders) {
        this.folders = folders;
    }

    private History history(Settings settings) {
        return History.in(folders, KeptDays.bounds(settings));
    }

    /** Keeps a run with what has changed, as one that nobody has compared yet, unless the person wants nothing kept. Reads and writes files: not on the UI thread. */
    public void keepCompared(Report report, Settings settings) throws NotWritten {
        if (KeptDays.of(settings) > 0) {
            keep(compared(report, settings), settings);
        }
    }

    /** Keeps a run as it is, unless the person wants nothing kept. Reads and writes files: not on the UI thread. */
    public void keep(Report report, Settings settings) throws NotWritten {
        if (KeptDays.of(settings) > 0) {
            history(settings).add(report);
        }
    }

    /** With what is different since the last healthy run like it, see {@link History#compared}. Reads files. */
    public Report compared(Report report, Settings settings) {
        return history(settings).compared(report);
    }

    public List<Entry> list(Settings settings) {
        return history(settings).list();
    }

    public Optional<Report> open(Entry entry, Settings settings) {
        try {
            return Optional.of(history(settings).open(entry));
        } catch (IOException | BadJson e) {
            return Optional.empty();
        }
    }

    /** What changed between the two, told in so many columns; the older one is the one before. */
    public Optional<IntFunction<String>> compare(Entry one, Entry other, Settings settings, Locale locale) {
        Entry before = one.started().isBefore(other.started()) ? one : other;
        Entry after = before == one ? other : one;
        return open(before, settings).flatMap(was -> open(after, settings).map(is -> new ChangesText(Changes.between(was, is), locale, ShownTime.here(locale))))
            .map(text -> columns -> text.text(ToldText.style(columns)));
    }

    public void delete(List<Entry> entries, Settings settings) {
        entries.forEach(history(settings)::delete);
    }
}
