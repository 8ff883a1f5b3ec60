package org.faultline.ui.service;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.faultline.json.BadJson;
import org.faultline.run.Profile;
import org.faultline.run.ServiceCheck;
import org.faultline.run.Workplace;
import org.faultline.ui.page.OneRun;
import org.faultline.ui.page.UiThread;

/** Reads what was typed, and asks. Every method is called on the UI thread. */
final class ServiceModel {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Workplace workplace;
    private final OneRun run;
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private Optional<String> last = Optional.empty();

    ServiceModel(Workplace workplace, UiThread uiThread) {
        this.workplace = workplace;
        this.run = new OneRun("service", uiThread, workplace.nanoTime());
    }

    OneRun run() {
        return run;
    }

    /** What is wrong with what was typed; empty when nothing is. */
    ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** What was asked for last, as it may be shown: without a password. */
    Optional<String> last() {
        return last;
    }

    void ask(String written, Supplier<Profile> profile) {
        try {
            ServiceCheck check = new ServiceCheck(profile.get(), ServiceCheck.target(written.strip()), DEADLINE);
            refusal.set("");
            last = Optional.of(check.shown());
            run.start((stop, progress) -> check.run(workplace, stop, progress));
        } catch (BadJson e) {
            run.forget();
            refusal.set(e.getMessage().replaceFirst("^TARGET: ", ""));
        }
    }
}
