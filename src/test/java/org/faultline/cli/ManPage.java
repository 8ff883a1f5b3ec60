package org.faultline.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The man page in the roff of man(7): what was written by hand around what the commands say of themselves, so that no option can be
 * missing from it.
 */
final class ManPage {

    private final CommandSpec root;
    private final String version;
    private final String date;

    ManPage(CommandSpec root, String version, String date) {
        this.root = root;
        this.version = version;
        this.date = date;
    }

    String text(String description, String ending) {
        return ".TH FAULTLINE 1 \"%s\" \"faultline %s\" \"User Commands\"\n".formatted(date, version)
            + ".SH NAME\nfaultline \\- finds where the network breaks\n"
            + synopsis() + description + commands() + ending + examples();
    }

    private String synopsis() {
        return ".SH SYNOPSIS\n.nh\n.ad l\n" + CommandTree.all(root).filter(CommandTree::worksAlone)
            .map(ManPage::usage).collect(Collectors.joining("\n.br\n")) + "\n.ad b\n.hy\n";
    }

    private static String usage(CommandSpec command) {
        return bold(command.qualifiedName()) + Stream.concat(Stream.of("[\\fIOPTION\\fR]..."), parameters(command))
            .map(" "::concat).collect(Collectors.joining());
    }

    private static Stream<String> parameters(CommandSpec command) {
        return command.positionalParameters().stream().filter(parameter -> !parameter.hidden()).map(parameter -> {
            String label = italic(parameter.paramLabel()) + (parameter.arity().max() > 1 ? "..." : "");
            return parameter.arity().min() == 0 ? "[" + label + "]" : label;
        });
    }

    private String commands() {
        return CommandTree.all(root).map(command -> (command == root ? ".SH OPTIONS\n" : ".SH " + heading(command) + "\n"
            + escaped(CommandTree.description(command)) + "\n") + arguments(command)).collect(Collectors.joining());
    }

    private static String heading(CommandSpec command) {
        return escaped(command.qualifiedName()).toUpperCase(Locale.ROOT);
    }

    private static String arguments(CommandSpec command) {
        return Stream.concat(
            command.positionalParameters().stream().filter(parameter -> !parameter.hidden()).map(ManPage::item),
            CommandTree.options(command).stream().map(ManPage::item)).collect(Collectors.joining());
    }

    private static String item(PositionalParamSpec parameter) {
        return ".TP\n" + italic(parameter.paramLabel()) + "\n" + escaped(CommandTree.description(parameter)) + "\n";
    }

    private static String item(OptionSpec option) {
        String names = Stream.of(option.names()).map(ManPage::bold).collect(Collectors.joining(", "));
        return ".TP\n" + names + (CommandTree.takesValue(option) ? " " + italic(option.paramLabel()) : "") + "\n"
            + escaped(CommandTree.description(option)) + "\n";
    }

    /** The footers of the commands, without their exit codes: those stand in a section of their own. */
    private String examples() {
        String lines = CommandTree.all(root).flatMap(command -> Stream.of(command.usageMessage().footer()))
            .map(line -> line.formatted().strip()).filter(line -> line.startsWith("faultline"))
            .distinct().map(ManPage::escaped).collect(Collectors.joining("\n"));
        return ".SH EXAMPLES\n.nf\n" + lines + "\n.fi\n";
    }

    private static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    private static String italic(String text) {
        return "\\fI" + escaped(text) + "\\fR";
    }

    /** Hyphens that one can search for and paste, and no line that roff would take for a request. */
    static String escaped(String text) {
        return List.of(text.split("\n", -1)).stream()
            .map(line -> line.replace("\\", "\\e").replace("-", "\\-").replaceFirst("^([.'])", "\\\\&$1"))
            .collect(Collectors.joining("\n"));
    }
}
