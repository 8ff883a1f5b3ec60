package org.faultline.run.watch;

import java.util.Optional;
import java.util.function.Consumer;
import org.faultline.model.Report;

/**
 * Hears of the checks of a watch that are worth keeping: the first one, and each on which something rests that was told. The others found what
 * is known; a night of them would push out everything else that is kept.
 */
public final class Keeper implements Listener {

    private final Consumer<Report> keep;
    private Optional<Report> last = Optional.empty();

    public Keeper(Consumer<Report> keep) {
        this.keep = keep;
    }

    /** Several things may rest on one check. */
    @Override
    public void changed(Change change) {
        change.report().filter(report -> last.filter(kept -> kept == report).isEmpty()).ifPresent(report -> {
            last = Optional.of(report);
            keep.accept(report);
        });
    }
}
