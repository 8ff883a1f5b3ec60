package org.faultline.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.faultline.report.Texts;
import org.faultline.store.History.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code faultline history delete}: takes kept runs from the disk. It asks nothing: it deletes what was named, and nothing where one name is wrong. */
@Command(name = "delete", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Deletes kept checks for good, without asking. Where one id is wrong nothing is deleted. Reports that were saved elsewhere, guided "
        + "sessions and the list of ports that 'faultline ports --save' keeps are not part of the history and stay.",
    descriptionHeading = "%n", parameterListHeading = "%nParameters:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline history delete 97ca 1b20", "  faultline history delete --all",
        "%nExit codes: 0 deleted, 3 an id is wrong or one cannot be deleted"})
final class DeleteRunsCommand implements Callable<Integer> {

    @ParentCommand
    private HistoryCommand history;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Ids that 'faultline history' lists.")
    private List<String> ids = List.of();

    @Option(names = "--all", description = "Every kept check.")
    private boolean all;

    @Option(names = "--language", paramLabel = "LANGUAGE", defaultValue = "en", converter = OptionValues.OfLanguage.class,
        description = "en or de; ${DEFAULT-VALUE} where nothing is said.")
    private Locale language;

    @Override
    public Integer call() {
        if (all != ids.isEmpty()) {
            throw new BadArgument(all ? "--all and ids contradict each other" : "say which: ids that 'faultline history' lists, or --all");
        }
        NamedRuns runs = NamedRuns.of(history.terminal());
        List<Entry> wanted = all ? runs.all() : ids.stream().map(runs::named).distinct().toList();
        List<Entry> left = wanted.stream().filter(run -> !runs.history().delete(run)).toList();
        left.forEach(run -> history.terminal().err().println("faultline: cannot delete " + run.file()));
        Texts texts = new Texts("history", language);
        history.terminal().out().println(texts.get("deleted", wanted.size() - left.size()));
        if (all) {
            runs.keptApart(language).forEach(history.terminal().out()::println);
        }
        return left.isEmpty() ? ExitCode.HEALTHY : ExitCode.UNDECIDED;
    }
}
