package org.faultline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.faultline.store.History.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code faultline history diff}: what is different between two kept runs. */
@Command(name = "diff", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Tells what is different between two kept checks, as 'faultline report diff' does. The older one is the one before.",
    descriptionHeading = "%n", parameterListHeading = "%nParameters:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline history diff             the newest and the last one before it that asked the same",
        "  faultline history diff 1b20 97ca",
        "%nExit codes: 0 told, 3 there are no two or one cannot be read"})
final class DiffRunsCommand implements Callable<Integer> {

    @ParentCommand
    private HistoryCommand history;

    @Parameters(arity = "0..2", paramLabel = "ID", description = "Two ids that 'faultline history' lists, or none.")
    private List<String> ids = List.of();

    @Mixin
    private TextOrJson telling;

    @Override
    public Integer call() {
        NamedRuns runs = NamedRuns.of(history.terminal());
        List<Entry> two = two(runs);
        return DiffCommand.tell(two.getLast().file(), two.getFirst().file(), telling, history.terminal());
    }

    /** The newer one first, as the list has them. */
    private List<Entry> two(NamedRuns runs) {
        if (ids.isEmpty()) {
            Entry newest = runs.newest();
            return List.of(newest, runs.before(newest).orElseThrow(() -> new BadArgument("nothing like the newest has been kept before it; name two ids")));
        }
        List<Entry> named = ids.stream().map(runs::named).toList();
        if (named.size() != 2 || named.getFirst().equals(named.getLast())) {
            throw new BadArgument("two different ids are needed to compare, or none");
        }
        return runs.all().stream().filter(named::contains).toList();
    }
}
