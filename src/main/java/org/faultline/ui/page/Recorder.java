package org.faultline.ui.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.faultline.model.Report;
import org.faultline.report.ShownTime;
import org.faultline.report.SinceHealthyText;
import org.faultline.store.NotWritten;
import org.faultline.store.Settings;

/** Puts runs into the history and looks into it for what changed, on threads of its own. Every method is called on the UI thread. */
public final class Recorder {

    private final Surroundings around;
    private final Frame frame;
    private final KeptRuns runs;
    private Optional<Compared> compared = Optional.empty();

    /** @param run as it was measured; @param whole with what has changed */
    private record Compared(Report run, Report whole) { }

    public Recorder(Surroundings around, Frame frame) {
        this.around = around;
        this.frame = frame;
        this.runs = new KeptRuns(around.folders());
    }

    /** How {@link KeptRuns} keeps a run. */
    private interface Keeping {
        void keep(Report report, Settings settings) throws NotWritten;
    }

    /** Keeps a run of this computer as the settings want it, with what has changed; only trouble is told. */
    public void keep(Report report) {
        Settings settings = around.choices().now();
        Thread.ofPlatform().name("history").start(() -> keep(report, settings, runs::keepCompared));
    }

    private void keep(Report report, Settings settings, Keeping keeping) {
        try {
            keeping.keep(report, settings);
            around.uiThread().run(() -> frame.front().runKept());
        } catch (NotWritten e) {
            around.uiThread().run(() -> frame.tell(e.sentence(settings.locale())));
        }
    }

    /** Keeps a run of this computer that has come to its end, whatever goes wrong before, and tells what has {@link #changed}. */
    public void ended(Report report, Supplier<Optional<Report>> shown, Consumer<List<String>> told) {
        Settings settings = around.choices().now();
        Thread.ofPlatform().name("history").start(() -> {
            Report whole = report;
            try {
                whole = runs.compared(report, settings);
                tell(new Compared(report, whole), settings, shown, told);
            } finally {
                keep(whole, settings, runs::keep);
            }
        });
    }

    /**
     * @param shown the run that the page shows by now
     * @param told  hears, while this report is shown, what is different since the last healthy run that can be compared with it; nothing without one,
     *              or where nothing is wrong
     */
    public void changed(Report report, Supplier<Optional<Report>> shown, Consumer<List<String>> told) {
        Settings settings = around.choices().now();
        Thread.ofPlatform().name("changed").daemon().start(() -> tell(new Compared(report, runs.compared(report, settings)), settings, shown, told));
    }

    private void tell(Compared now, Settings settings, Supplier<Optional<Report>> shown, Consumer<List<String>> told) {
        Optional<SinceHealthyText> text = SinceHealthyText.of(now.whole(), ShownTime.here(settings.locale()));
        text.ifPresent(changed -> around.uiThread().run(() -> shown.get().filter(report -> report == now.run()).ifPresent(_ -> {
            compared = Optional.of(now);
            told.accept(changed.lines());
        })));
    }

    /** A run with what has changed, once that is known: as it is handed on. */
    public Report whole(Report run) {
        return compared.filter(known -> known.run() == run).map(Compared::whole).orElse(run);
    }
}
