package org.faultline.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.model.Report;
import org.faultline.report.RunKind;
import org.faultline.store.Folders;
import org.faultline.store.History;
import org.faultline.store.KeptDays;
import org.faultline.store.NotWritten;
import org.faultline.store.Settings;
import org.faultline.store.SettingsFile;

/** The history as the commands in the terminal use it: quietly. What cannot be read or kept never disturbs the result. */
record PastRuns(Optional<Kept> kept) {

    /** @param keepsMore whether the person wants anything kept from now on */
    private record Kept(History history, boolean keepsMore) {
        static Kept in(Folders folders) {
            Settings settings = new SettingsFile(folders).quietly();
            return new Kept(History.in(folders, KeptDays.bounds(settings)), KeptDays.of(settings) > 0);
        }
    }

    /** None where nobody is at home: a service account, or a cage without a home folder. */
    static PastRuns of(Terminal terminal, boolean wanted) {
        return new PastRuns(folders(terminal).filter(_ -> wanted).map(Kept::in));
    }

    /** Where this person's files are. */
    static Optional<Folders> folders(Terminal terminal) {
        return Stream.of("HOME", "USERPROFILE").map(terminal.environment()::get).flatMap(Stream::ofNullable).filter(value -> !value.isEmpty())
            .map(Path::of).filter(Path::isAbsolute).findFirst().map(home -> Folders.of(System.getProperty("os.name"), home, terminal.environment()));
    }

    /** With what has changed, as what nobody has compared yet. */
    void keepCompared(Report report) {
        if (keepsMore()) {
            keep(compared(report));
        }
    }

    private boolean keepsMore() {
        return kept.filter(Kept::keepsMore).isPresent();
    }

    /** As it is. */
    void keep(Report report) {
        try {
            if (keepsMore()) {
                kept.orElseThrow().history().add(report);
            }
        } catch (NotWritten _) {
            // A full disk or a read-only home is no reason to spoil a result that is out already.
        }
    }

    /** The file of the newest check of the way outward. */
    Optional<Path> newest() {
        return kept.flatMap(past -> past.history().list().stream().filter(entry -> entry.kind() == RunKind.WAY).findFirst()).map(History.Entry::file);
    }

    /** With what has changed since the last healthy run like it, where something is wrong and there was one: see {@link History#compared}. */
    Report compared(Report report) {
        return kept.map(past -> past.history().compared(report)).orElse(report);
    }
}
