package org.faultline.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.faultline.json.BadJson;
import org.faultline.run.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program on the command line: {@code faultline}, and below it one class per command. */
@Command(name = "faultline", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Finds where the network breaks, from this computer outward.",
    synopsisHeading = "Usage: ", descriptionHeading = "%n", optionListHeading = "%nOptions:%n", commandListHeading = "%nCommands:%n",
    footerHeading = "%nExample:%n",
    footer = {"  faultline                opens the window",
        "  faultline check          checks everything and says what is wrong",
        "%nExit codes: 0 healthy, 1 degraded, 2 a fault was found, 3 undecided or bad arguments"},
    subcommands = {CheckCommand.class, WatchCommand.class, PracticeCommand.class, ServiceCommand.class, PortsCommand.class, ExplainCommand.class,
        ReportCommand.class, HistoryCommand.class, DecodeCommand.class, SelfTrainCommand.class})
public final class Faultline implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    private Faultline(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs the command that the arguments name, and returns the exit code for the process. */
    public static int run(String[] arguments, Terminal terminal) {
        // picocli's classes are of Java 5, so no start-up cache takes them: 0.1 s that the commonest question does without.
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            terminal.out().println(Versions.LINE);
            return ExitCode.HEALTHY;
        }
        CommandLine line = line(terminal);
        int code = line.execute(arguments);
        terminal.out().flush();
        return code;
    }

    /** All commands, with their options and descriptions. */
    static CommandLine line(Terminal terminal) {
        CommandLine line = new CommandLine(new Faultline(terminal));
        line.setOut(new PrintWriter(terminal.out(), true)).setErr(new PrintWriter(terminal.err(), true));
        line.setParameterExceptionHandler((e, _) -> refuse(e, terminal));
        line.setExecutionExceptionHandler((e, command, _) -> failed(e, command, terminal));
        line.setUsageHelpAutoWidth(false);
        return line;
    }

    private static int refuse(ParameterException e, Terminal terminal) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        terminal.err().println("faultline: " + e.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(e, terminal.err())) {
            terminal.err().println("Try '" + command + " --help'.");
        }
        return ExitCode.UNDECIDED;
    }

    private static int failed(Exception e, CommandLine command, Terminal terminal) {
        switch (e) {
            case BadArgument _, BadJson _ -> {
                terminal.err().println("faultline: " + e.getMessage());
                terminal.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
            }
            default -> terminal.err().println("faultline: this should not have happened: " + e);
        }
        return ExitCode.UNDECIDED;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Without a command, where no window could be opened. */
    @Override
    public Integer call() {
        return spec.commandLine().execute("check");
    }

    static final class Versions implements IVersionProvider {

        private static final String LINE = "faultline " + Version.CURRENT + " (Java " + Runtime.version() + ")";

        @Override
        public String[] getVersion() {
            return new String[] {LINE};
        }
    }
}
