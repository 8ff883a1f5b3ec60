package org.faultline.ui.ports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.faultline.json.BadJson;
import org.faultline.model.Report;
import org.faultline.run.PortsCheck;
import org.faultline.run.Workplace;
import org.faultline.store.Folders;
import org.faultline.store.PortBaseline;
import org.faultline.ui.page.OneRun;
import org.faultline.ui.page.UiThread;

/** Lists and scans, and keeps what was open as the list to compare with. Every method is called on the UI thread. */
final class PortsModel {

    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final Workplace workplace;
    private final Path baseline;
    private final OneRun run;

    PortsModel(Workplace workplace, Folders folders, UiThread uiThread) {
        this.workplace = workplace;
        this.baseline = PortBaseline.usual(folders);
        this.run = new OneRun("ports", uiThread, workplace.nanoTime());
    }

    OneRun run() {
        return run;
    }

    void start(boolean scan) {
        run.start((stop, progress) -> new PortsCheck(scan, before(), DEADLINE).run(workplace, stop, progress));
    }

    /** A list that cannot be read is as good as none: the next saving replaces it. */
    private Optional<Set<String>> before() {
        try {
            return Files.exists(baseline) ? Optional.of(PortBaseline.read(baseline)) : Optional.empty();
        } catch (BadJson _) {
            return Optional.empty();
        }
    }

    /**
     * Keeps what this run listed.
     *
     * @return whether there was a list to keep
     * @throws IOException if it could not be written; its message names the file
     */
    boolean save(Report report) throws IOException {
        Optional<Set<String>> listed = PortsCheck.listed(report);
        if (listed.isPresent()) {
            PortBaseline.save(baseline, listed.get());
        }
        return listed.isPresent();
    }
}
