package org.faultline.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.faultline.report.TextStyle;

/**
 * Where a command prints, and what may be printed there.
 *
 * @param outIsTerminal a person reads stdout
 * @param errIsTerminal a person reads stderr
 */
public record Terminal(PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal, Map<String, String> environment) {

    private static final int USUAL_WIDTH = 80;

    public Terminal {
        environment = Map.copyOf(environment);
    }

    /** That of this process. */
    public static Terminal ofThisProcess() {
        return new Terminal(System.out, System.err, isTerminal(1), isTerminal(2), System.getenv());
    }

    /**
     * Whether a file descriptor is a terminal. Linux tells it for each; elsewhere Java only knows whether both stdin and stdout are,
     * so there a redirected stdin or stdout means neither colour nor progress, and a redirected stderr alone is not noticed.
     */
    private static boolean isTerminal(int descriptor) {
        try {
            String file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null && System.console().isTerminal();
        }
    }

    /** A terminal that cannot move its cursor or show colours says so in TERM. */
    private boolean dumb() {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }

    boolean colours(ColourChoice choice) {
        return switch (choice) {
            case ALWAYS -> true;
            case NEVER -> false;
            // https://no-color.org: present and not empty
            case AUTO -> outIsTerminal && !dumb() && environment.getOrDefault("NO_COLOR", "").isEmpty();
        };
    }

    /** Whether progress may be drawn on stderr and taken away again. */
    boolean live() {
        return errIsTerminal && !dumb();
    }

    /** Whether a charset has letters and symbols of all languages. */
    static boolean unicode(Charset charset) {
        return charset.name().startsWith("UTF-");
    }

    TextStyle style(ColourChoice choice) {
        return new TextStyle(width(), unicode(out.charset()), colours(choice), TextStyle.Detail.USUAL);
    }

    /** Columns to fill: COLUMNS where it is set and sensible, else 80. */
    int width() {
        try {
            int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", "80"));
            return columns < 40 ? USUAL_WIDTH : Math.min(columns, 120);
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }
}
