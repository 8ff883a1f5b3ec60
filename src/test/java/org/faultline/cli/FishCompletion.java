package org.faultline.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for the fish shell: one {@code complete} line for each command and option. */
final class FishCompletion {

    private final CommandSpec root;

    FishCompletion(CommandSpec root) {
        this.root = root;
    }

    String text() {
        return Stream.concat(Stream.of("# Completions of faultline for fish.", "complete -c faultline -f",
                "complete -c faultline -n __fish_use_subcommand -k -a '(__fish_complete_suffix .faultline.json)'"),
            CommandTree.all(root).flatMap(this::lines)).collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<String> lines(CommandSpec command) {
        String where = "complete -c faultline -n '" + condition(command) + "'";
        return Stream.of(
            CommandTree.commands(command).stream().map(sub -> where + " -a " + sub.name() + described(CommandTree.description(sub))),
            CommandTree.options(command).stream().map(option -> where + names(option) + value(option) + described(CommandTree.description(option))),
            command.positionalParameters().stream().filter(CommandTree::takesFile).limit(1).map(_ -> where + " -F"))
            .flatMap(lines -> lines);
    }

    /** True where the words before the cursor have led to this command. */
    private String condition(CommandSpec command) {
        if (command == root) {
            return "__fish_use_subcommand";
        }
        List<String> path = List.of(command.qualifiedName().split(" "));
        String seen = path.stream().skip(1).map("__fish_seen_subcommand_from "::concat).collect(Collectors.joining("; and "));
        String below = CommandTree.commands(command).stream().map(CommandSpec::name).collect(Collectors.joining(" "));
        return below.isEmpty() ? seen : seen + "; and not __fish_seen_subcommand_from " + below;
    }

    private static String names(OptionSpec option) {
        return Stream.of(option.names()).map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
            .collect(Collectors.joining());
    }

    private static String value(OptionSpec option) {
        if (!CommandTree.takesValue(option)) {
            return "";
        }
        List<String> words = CommandTree.words(option);
        return words.isEmpty() ? CommandTree.takesFile(option) ? " -r -F" : " -x" : " -x -a '" + String.join(" ", words) + "'";
    }

    private static String described(String text) {
        return " -d '" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
