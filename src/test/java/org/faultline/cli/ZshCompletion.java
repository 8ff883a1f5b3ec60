package org.faultline.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for zsh: one function for each command, which offers its options and hands on to the command below it. */
final class ZshCompletion {

    private static final String FILES = "_files";

    private final CommandSpec root;

    ZshCompletion(CommandSpec root) {
        this.root = root;
    }

    String text() {
        return "#compdef faultline\n# Completions of faultline for zsh.\n\n"
            + CommandTree.all(root).map(this::function).collect(Collectors.joining("\n")) + "\n" + name(root) + " \"$@\"\n";
    }

    private String function(CommandSpec command) {
        List<CommandSpec> below = CommandTree.commands(command);
        Stream<String> options = CommandTree.options(command).stream().map(ZshCompletion::option);
        return below.isEmpty() ? "%s() {\n    _arguments -s%s\n}\n".formatted(name(command), continued(Stream.concat(options, positional(command))))
            : "%s() {\n    local curcontext=$curcontext state line\n    local -a commands=(%s\n    )\n    _arguments -s -C%s\n%s}\n".formatted(
                name(command), below.stream().map(sub -> "\n        '" + sub.name() + ":" + quoted(CommandTree.description(sub)) + "'").collect(Collectors.joining()),
                continued(Stream.concat(options, Stream.of("'1: :->command'", "'*:: :->argument'"))), choice(command, below));
    }

    private String choice(CommandSpec command, List<CommandSpec> below) {
        String cases = below.stream().map(sub -> "            " + sub.name() + ") " + name(sub) + " ;;\n").collect(Collectors.joining());
        String files = command == root ? "_alternative 'command:command:{_describe command commands}' 'file:report:_files -g \"*.faultline.json\"'"
            : "_describe command commands";
        return "    case $state in\n        command) %s ;;\n        argument) case $line[1] in\n%s        esac ;;\n    esac\n".formatted(files, cases);
    }

    private static Stream<String> positional(CommandSpec command) {
        return command.positionalParameters().stream().filter(parameter -> !parameter.hidden()).limit(1).map(parameter ->
            "'*:" + quoted(parameter.paramLabel()) + ":" + (CommandTree.takesFile(parameter) ? FILES : values(CommandTree.words(parameter))) + "'");
    }

    private static String option(OptionSpec option) {
        String names = String.join(" ", option.names());
        String spelled = option.names().length == 1 ? names : "{" + String.join(",", option.names()) + "}";
        String value = !CommandTree.takesValue(option) ? ""
            : ":" + quoted(option.paramLabel()) + ":" + (CommandTree.takesFile(option) ? FILES : values(CommandTree.words(option)));
        return "'(" + names + ")'" + spelled + "'[" + quoted(CommandTree.description(option)) + "]" + value + "'";
    }

    private static String values(List<String> words) {
        return words.isEmpty() ? " " : "(" + String.join(" ", words) + ")";
    }

    private static String continued(Stream<String> lines) {
        return lines.map(line -> " \\\n        " + line).collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return text.replace("'", "'\\''").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    private static String name(CommandSpec command) {
        return "_" + command.qualifiedName("_").replace('-', '_');
    }
}
