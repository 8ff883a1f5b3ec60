package org.faultline.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.faultline.json.JsonText;
import org.faultline.report.Page;
import org.faultline.report.ShownTime;
import org.faultline.report.TextStyle;
import org.faultline.report.Texts;
import org.faultline.store.History.Entry;
import org.faultline.store.RunWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code faultline history}: lists the runs that were kept on this computer; below it what can be done with them. */
@Command(name = "history", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Lists the checks that were kept on this computer, newest first, each with the id by which it is shown, compared or deleted.",
    synopsisSubcommandLabel = "[COMMAND]",
    descriptionHeading = "%n", optionListHeading = "%nOptions:%n", commandListHeading = "%nCommands:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline history                  the list",
        "  faultline history show             the newest",
        "  faultline history show 97ca",
        "  faultline history diff             the newest and the one before it",
        "  faultline history delete 97ca 1b20",
        "%nExit codes: 0 listed, 3 it cannot be read; of the commands see their --help"},
    subcommands = {ShowRunsCommand.class, DiffRunsCommand.class, DeleteRunsCommand.class})
final class HistoryCommand implements Callable<Integer> {

    @ParentCommand
    private Faultline faultline;

    @Mixin
    private TextOrJson telling;

    Terminal terminal() {
        return faultline.terminal();
    }

    @Override
    public Integer call() {
        NamedRuns runs = NamedRuns.of(terminal());
        telling.write(terminal(), style -> text(runs, style), () -> json(runs));
        return ExitCode.HEALTHY;
    }

    private String text(NamedRuns runs, TextStyle style) {
        Page page = new Page(style);
        if (runs.all().isEmpty()) {
            page.paragraph("", new Texts("history", telling.language()).get("empty"));
        }
        RunWords words = new RunWords(telling.language());
        ShownTime time = ShownTime.here(telling.language());
        int names = runs.all().stream().mapToInt(run -> runs.name(run).length()).max().orElse(0);
        int times = runs.all().stream().mapToInt(run -> time.of(run.started()).length()).max().orElse(0);
        for (Entry run : runs.all()) {
            page.paragraph(padded(runs.name(run), names) + padded(time.of(run.started()), times), words.line(run));
        }
        return page.toString();
    }

    private static String padded(String text, int columns) {
        return text + " ".repeat(columns - text.length() + 2);
    }

    /** Schema {@code faultline-history/1}. */
    private static byte[] json(NamedRuns runs) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", "faultline-history/1");
        document.put("runs", runs.all().stream().map(run -> json(run, runs.name(run))).toList());
        return JsonText.write(document);
    }

    private static Map<String, Object> json(Entry run, String name) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", name);
        fields.put("started", run.started().toString());
        fields.put("kind", run.kind().id());
        run.service().ifPresent(service -> fields.put("service", service));
        fields.put("status", run.status().id());
        fields.put("code", run.part().isPresent() ? run.status().id() : run.code());
        run.part().ifPresent(part -> fields.put("part", part));
        fields.put("file", run.file().toString());
        return fields;
    }
}
