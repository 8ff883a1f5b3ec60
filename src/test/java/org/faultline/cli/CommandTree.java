package org.faultline.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the program accepts, as man page and completions tell it: its commands and options without the hidden ones. */
final class CommandTree {

    private CommandTree() { }

    /** {@code faultline} itself. */
    static CommandLine root() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        CommandLine root = Faultline.line(new Terminal(nowhere, nowhere, false, false, Map.of()));
        all(root.getCommandSpec()).forEach(CommandTree::offerWhatIsAccepted);
        return root;
    }

    /** picocli offers the constants of an enum as Java spells them; the program wants {@code loopback-ipv4}, and not each of them everywhere. */
    private static void offerWhatIsAccepted(CommandSpec command) {
        List<OptionSpec> options = command.options().stream().filter(option -> option.group() == null).toList();
        options.forEach(command::remove);
        options.forEach(option -> command.addOption(words(option).isEmpty() ? option
            : OptionSpec.builder(option).completionCandidates(accepted(option)).build()));
    }

    private static List<String> accepted(OptionSpec option) {
        return words(option).stream().map(word -> word.toLowerCase(Locale.ROOT).replace('_', '-')).filter(word -> accepts(option, word)).toList();
    }

    private static boolean accepts(OptionSpec option, String word) {
        try {
            for (ITypeConverter<?> converter : option.converters()) {
                converter.convert(word);
            }
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    static List<CommandSpec> commands(CommandSpec parent) {
        return parent.subcommands().values().stream().map(CommandLine::getCommandSpec)
            .filter(spec -> !spec.usageMessage().hidden()).distinct().toList();
    }

    /** The command and all below it, parents first. */
    static Stream<CommandSpec> all(CommandSpec command) {
        return Stream.concat(Stream.of(command), commands(command).stream().flatMap(CommandTree::all));
    }

    /** Whether it does something without a command below it. */
    static boolean worksAlone(CommandSpec command) {
        return commands(command).isEmpty() || command.usageMessage().synopsisSubcommandLabel().startsWith("[");
    }

    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    static String description(ArgSpec argument) {
        return String.join(" ", argument.description()).formatted();
    }

    static String description(CommandSpec command) {
        return String.join(" ", command.usageMessage().description()).formatted();
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    static boolean takesFile(ArgSpec argument) {
        return Stream.concat(Stream.of(argument.type()), Stream.of(argument.auxiliaryTypes())).anyMatch(Path.class::equals);
    }

    /** The words the value may be one of; empty where it is free. */
    static List<String> words(ArgSpec argument) {
        return argument.completionCandidates() == null ? List.of()
            : StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList();
    }
}
