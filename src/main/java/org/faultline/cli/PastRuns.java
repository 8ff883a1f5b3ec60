package org.faultline.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.model.Report;
import org.faultline.model.Verdict;
import org.faultline.report.Changes;
import org.faultline.report.ChangesText;
import org.faultline.report.Page;
import org.faultline.report.RunKind;
import org.faultline.report.TextStyle;
import org.faultline.store.Folders;
import org.faultline.store.History;
import org.faultline.store.NotWritten;

/** The history as the commands in the terminal use it: quietly. What cannot be read or kept never disturbs the result. */
record PastRuns(Optional<History> history) {

    /** None where nobody is at home: a service account, or a cage without a home folder. */
    static PastRuns of(Terminal terminal, boolean wanted) {
        Optional<Path> home = Stream.of("HOME", "USERPROFILE").map(terminal.environment()::get).flatMap(Stream::ofNullable).filter(value -> !value.isEmpty())
            .map(Path::of).filter(Path::isAbsolute).findFirst();
        return new PastRuns(home.filter(_ -> wanted)
            .map(place -> History.in(Folders.of(System.getProperty("os.name"), place, terminal.environment()), History.Bounds.USUAL)));
    }

    void keep(Report report) {
        try {
            if (history.isPresent()) {
                history.get().add(report);
            }
        } catch (NotWritten _) {
            // A full disk or a read-only home is no reason to spoil a result that is out already.
        }
    }

    /** The file of the newest check of the way outward. */
    Optional<Path> newest() {
        return history.flatMap(past -> past.list().stream().filter(entry -> entry.kind() == RunKind.WAY).findFirst()).map(History.Entry::file);
    }

    /** For a fault, what is different since the last healthy run like it, see {@link History#lastHealthy}; nothing where there was none. */
    Optional<String> changed(Report report, TextStyle style, Locale language) {
        if (report.diagnosis().verdict().status() != Verdict.Status.FAULT) {
            return Optional.empty();
        }
        return history.flatMap(past -> past.lastHealthy(report)).map(healthy -> new ChangesText(Changes.between(healthy, report), language))
            .map(changes -> told(changes, style));
    }

    private static String told(ChangesText changes, TextStyle style) {
        Page page = new Page(style).blank().paragraph("", changes.since());
        changes.facts().forEach(fact -> page.paragraph("  ", fact));
        return page.toString();
    }
}
