package org.faultline.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faultline.store.Folders;
import org.faultline.store.History;
import org.faultline.store.History.Entry;
import org.faultline.store.KeptApart;
import org.faultline.store.KeptDays;
import org.faultline.store.SettingsFile;

/**
 * The kept runs, and how people name one of them on the command line: by its id, or by when it started as the name of its file says it.
 *
 * @param sharing how many runs have an id
 */
record NamedRuns(Folders folders, History history, List<Entry> all, Map<String, Long> sharing) {

    /** @throws BadArgument where there is no place for a history */
    static NamedRuns of(Terminal terminal) {
        Folders folders = PastRuns.folders(terminal).orElseThrow(() -> new BadArgument("nothing is kept for whoever has no home folder (HOME is not set)"));
        History history = History.in(folders, KeptDays.bounds(new SettingsFile(folders).quietly()));
        if (history.folder().toFile().isDirectory() && !history.folder().toFile().canRead()) {
            throw new BadArgument("cannot read " + history.folder() + ": this user may not");
        }
        List<Entry> all = history.list();
        return new NamedRuns(folders, history, all, all.stream().collect(Collectors.groupingBy(Entry::id, Collectors.counting())));
    }

    /** @throws BadArgument if there is none of that name, or more than one */
    Entry named(String name) {
        List<Entry> found = all.stream().filter(run -> name.equalsIgnoreCase(run.id()) || name.equalsIgnoreCase(run.stamp())).toList();
        if (found.isEmpty()) {
            throw new BadArgument("no kept run has the id '" + name + "'; 'faultline history' lists them");
        }
        if (found.size() > 1) {
            throw new BadArgument(name + " is the id of " + found.size() + " runs; say which by its time: "
                + found.stream().map(Entry::stamp).collect(Collectors.joining(" or ")));
        }
        return found.getFirst();
    }

    /** @throws BadArgument if nothing has been kept yet */
    Entry newest() {
        return all.stream().findFirst().orElseThrow(() -> new BadArgument("no check has been kept on this computer yet"));
    }

    /** The last one before it that asked the same. */
    Optional<Entry> before(Entry run) {
        return all.stream().skip(all.indexOf(run) + 1L).filter(earlier -> earlier.kind() == run.kind() && earlier.service().equals(run.service())).findFirst();
    }

    /** What stays on this computer where all of these are deleted. */
    List<String> keptApart(Locale locale) {
        return KeptApart.told(folders, locale);
    }

    /** What names it without doubt. */
    String name(Entry run) {
        return sharing.get(run.id()) == 1 ? run.id() : run.stamp();
    }
}
