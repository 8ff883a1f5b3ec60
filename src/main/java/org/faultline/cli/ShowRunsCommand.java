package org.faultline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.faultline.store.History.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code faultline history show}: kept runs as {@code report show} shows reports. */
@Command(name = "show", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Shows kept checks as text, as 'faultline report show' does. The observations are judged anew by this version, and where that differs "
        + "it is said. Nothing is measured.",
    descriptionHeading = "%n", parameterListHeading = "%nParameters:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline history show             the newest", "  faultline history show 97ca",
        "%nExit codes: that of the kept verdict as in 'faultline check', of several the",
        "worst; 3 if one cannot be read"})
final class ShowRunsCommand implements Callable<Integer> {

    @ParentCommand
    private HistoryCommand history;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Ids that 'faultline history' lists; where none is named, the newest.")
    private List<String> ids = List.of();

    @Mixin
    private Showing showing;

    @Override
    public Integer call() {
        NamedRuns runs = NamedRuns.of(history.terminal());
        List<Entry> wanted = ids.isEmpty() ? List.of(runs.newest()) : ids.stream().map(runs::named).toList();
        return showing.show(wanted.stream().map(run -> new Showing.Named(runs.name(run), run.file())).toList(), history.terminal());
    }
}
