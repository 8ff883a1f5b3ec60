package org.faultline.ui.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.faultline.model.Report;
import org.faultline.store.NotWritten;
import org.faultline.store.Settings;

/** Puts runs into the history and looks into it for what changed, on threads of its own. Every method is called on the UI thread. */
public final class Recorder {

    private final Surroundings around;
    private final Frame frame;
    private final KeptRuns runs;

    public Recorder(Surroundings around, Frame frame) {
        this.around = around;
        this.frame = frame;
        this.runs = new KeptRuns(around.folders());
    }

    /** Keeps a run of this computer as the settings want it; only trouble is told. */
    public void keep(Report report) {
        Settings settings = around.choices().now();
        Thread.ofPlatform().name("history").start(() -> {
            try {
                runs.keep(report, settings);
                around.uiThread().run(() -> frame.front().runKept());
            } catch (NotWritten e) {
                around.uiThread().run(() -> frame.tell(e.sentence(settings.locale())));
            }
        });
    }

    /** Keeps a run of this computer that has come to its end, and tells what has {@link #changed}. */
    public void ended(Report report, Supplier<Optional<Report>> shown, Consumer<List<String>> told) {
        keep(report);
        changed(report, shown, told);
    }

    /**
     * @param shown what the page shows by now
     * @param told  hears, while this report is shown, what is different since the last healthy run that can be compared with it; nothing without one,
     *              or where nothing is wrong
     */
    public void changed(Report report, Supplier<Optional<Report>> shown, Consumer<List<String>> told) {
        if (!report.diagnosis().verdict().foundTrouble()) {
            return;
        }
        Settings settings = around.choices().now();
        Thread.ofPlatform().name("changed").daemon().start(() -> {
            List<String> lines = runs.changed(report, settings);
            if (!lines.isEmpty()) {
                around.uiThread().run(() -> shown.get().filter(now -> now == report).ifPresent(_ -> told.accept(lines)));
            }
        });
    }
}
