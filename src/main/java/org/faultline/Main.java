package org.faultline;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.faultline.cli.Faultline;
import org.faultline.cli.Terminal;
import org.faultline.host.Hosts;
import org.faultline.ui.WindowStart;

/** Where the program starts: in the window where no command is given, else at the command. No JavaFX class is loaded for a command. */
public final class Main {

    /** The exit code for "nothing can be said", as for bad arguments: 1 and 2 would accuse the network. */
    private static final int UNDECIDED = 3;

    private static final String REPORT = ".json";

    private Main() { }

    public static void main(String[] arguments) {
        System.exit(guarded(() -> run(arguments), System.err));
    }

    private static int run(String[] arguments) {
        if (arguments.length == 0) {
            return window(Optional.empty());
        }
        if (arguments.length == 1 && isReport(arguments[0])) {
            return window(Optional.of(Path.of(arguments[0]).toAbsolutePath()));
        }
        return command(arguments);
    }

    /** A name that ends as reports do, or as they do where somebody typed less; no command has such a name. */
    static boolean isReport(String argument) {
        return !argument.startsWith("-") && argument.toLowerCase(Locale.ROOT).endsWith(REPORT);
    }

    private static int window(Optional<Path> report) {
        Optional<String> hindrance = WindowStart.open(System.getProperty("os.name"), System.getenv(), report);
        if (hindrance.isEmpty()) {
            return 0;
        }
        if (report.isPresent()) {
            System.err.println("faultline: cannot open the window on " + report.get() + ": " + hindrance.get());
            return UNDECIDED;
        }
        System.err.println("faultline: cannot open the window: " + hindrance.get() + "; running 'faultline check'");
        return command("check");
    }

    private static int command(String... arguments) {
        switch (arguments[0]) {
            case "check" -> {
                if (!staysOnLoopback(arguments)) {
                    warmUp();
                }
            }
            case "service", "watch" -> warmUp();
            case "self-train" -> Hosts.warm();
            default -> { }
        }
        int code = Faultline.run(arguments, Terminal.ofThisProcess());
        return arguments[0].equals("self-train") ? rehearsed(code) : code;
    }

    /** The other half of what the start-up cache learns from. A machine that cannot draw makes a cache for the command line alone. */
    private static int rehearsed(int code) {
        WindowStart.open(System.getProperty("os.name"), System.getenv(), Optional.empty())
            .ifPresent(why -> System.err.println("faultline: the start-up cache will not know the window: " + why));
        return code;
    }

    /** The self-test of a small machine asks nobody by TLS or DNS: what it does not need takes no memory. */
    private static boolean staysOnLoopback(String... arguments) {
        return String.join(" ", arguments).matches(".*--only[ =]loopback-ipv[46](,loopback-ipv[46])*( .*|$)");
    }

    /** Whatever still gets here, an {@link Error} most likely, ends in one line and not in Java's exit code 1, which means "degraded". */
    static int guarded(IntSupplier program, PrintStream err) {
        try {
            return program.getAsInt();
        } catch (RuntimeException | Error e) {
            err.println("faultline: this should not have happened: " + String.valueOf(e).replaceAll("\\s+", " "));
            return UNDECIDED;
        }
    }

    /** Beside the reading of arguments and words. If it fails, whoever needs the same thing later fails too, and says so there. */
    private static void warmUp() {
        Thread thread = Thread.ofPlatform().name("warm-up").daemon().unstarted(Hosts::warm);
        thread.setUncaughtExceptionHandler((_, _) -> { });
        try {
            thread.start();
        } catch (OutOfMemoryError _) {
            // No more threads allowed: the check tells what it could not measure.
        }
    }
}
