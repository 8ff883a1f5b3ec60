package org.faultline.alert;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.faultline.alert.Trouble.Kind;
import org.faultline.alert.Trouble.Way;

/**
 * Notes on the desktop, by the tool that the system brings: notify-send or gdbus (both speak org.freedesktop.Notifications), osascript on macOS,
 * PowerShell on Windows. The text goes as an argument of its own or by the environment, never as part of a script.
 */
public final class DesktopNote implements Channel {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String TITLE = "Faultline";
    /** By its name in the theme; the package brings it. */
    private static final String ICON = "org.faultline.Faultline";
    private static final String BUS = "DBUS_SESSION_BUS_ADDRESS";
    private static final String TEXT = "FAULTLINE_TEXT";
    private static final String BALLOON = "Add-Type -AssemblyName System.Windows.Forms,System.Drawing; "
        + "$n = New-Object System.Windows.Forms.NotifyIcon; $n.Icon = [System.Drawing.SystemIcons]::Information; $n.Visible = $true; "
        + "$n.ShowBalloonTip(8000, 'Faultline', $env:" + TEXT + ", 'Info'); Start-Sleep -Seconds 8; $n.Dispose()";

    private final Found found;
    private final Consumer<Trouble> problems;
    private final Mailbox mailbox;

    private enum Tool {
        NOTIFY_SEND("notify-send"), GDBUS("gdbus"), OSASCRIPT("osascript"), POWERSHELL("powershell.exe");

        private final String program;

        Tool(String program) {
            this.program = program;
        }

        private List<String> command(String program, String text) {
            return switch (this) {
                case NOTIFY_SEND -> List.of(program, "--app-name=" + TITLE, "--icon=" + ICON, "--", TITLE, withoutEscapes(withoutMarkup(text)));
                case GDBUS -> List.of(program, "call", "--session", "--dest", "org.freedesktop.Notifications", "--object-path",
                    "/org/freedesktop/Notifications", "--method", "org.freedesktop.Notifications.Notify", "--", TITLE, "0", ICON, TITLE,
                    variant(withoutMarkup(text)), "[]", "{}", "10000");
                case OSASCRIPT -> List.of(program, "-e", "on run argv", "-e", "display notification (item 1 of argv) with title \"" + TITLE + "\"",
                    "-e", "end run", text);
                case POWERSHELL -> List.of(program, "-NoProfile", "-NonInteractive", "-Command", BALLOON);
            };
        }
    }

    /** Desktops read markup in the text (Desktop Notifications Specification 1.2), and in it are names that others have chosen. */
    private static String withoutMarkup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** notify-send takes what follows a backslash for the escape of C that it may be. */
    private static String withoutEscapes(String text) {
        return text.replace("\\", "\\\\");
    }

    /** As gdbus reads a string whatever is in it. */
    private static String variant(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** Named in full: what is started is what was found, not what lies in the current folder, where Windows looks first. */
    private record Found(Tool tool, Path file, Map<String, String> desktop) {
        List<String> command(String text) {
            return tool.command(file.toString(), text);
        }
    }

    private DesktopNote(Found found, Consumer<Trouble> problems) {
        this.found = found;
        this.problems = problems;
        this.mailbox = new Mailbox(Way.NOTIFICATION, this::show, problems);
    }

    /**
     * The desktop of this process.
     *
     * @param osName   as Java names it ({@code os.name})
     * @param problems hears what went wrong
     * @return empty where the system has no tool for it
     */
    public static Optional<DesktopNote> find(String osName, Map<String, String> environment, Consumer<Trouble> problems) {
        SearchPath path = SearchPath.of(osName, environment);
        return candidates(osName).stream().flatMap(tool -> path.find(named(tool, environment)).map(file -> new Found(tool, file, desktop(environment))).stream())
            .findFirst().map(found -> new DesktopNote(found, problems));
    }

    private static List<Tool> candidates(String osName) {
        return osName.startsWith("Windows") ? List.of(Tool.POWERSHELL)
            : osName.startsWith("Mac") ? List.of(Tool.OSASCRIPT) : List.of(Tool.NOTIFY_SEND, Tool.GDBUS);
    }

    /** That nothing was found. */
    static Trouble none(String osName) {
        return Trouble.of(Kind.NO_DESKTOP, String.join(", ", candidates(osName).stream().map(tool -> tool.program).toList()));
    }

    /** What leads to the desktop of this environment. */
    private static Map<String, String> desktop(Map<String, String> environment) {
        return environment.containsKey(BUS) ? Map.of(BUS, environment.get(BUS)) : Map.of();
    }

    private static String named(Tool tool, Map<String, String> environment) {
        String windows = environment.getOrDefault("SystemRoot", environment.getOrDefault("SYSTEMROOT", "C:\\Windows"));
        return tool == Tool.POWERSHELL ? Path.of(windows, "System32", "WindowsPowerShell", "v1.0", tool.program).toString() : tool.program;
    }

    @Override
    public void tell(Alert alert) {
        if (alert.alarms()) {
            mailbox.put(alert);
        }
    }

    private void show(Alert alert) throws InterruptedException {
        Map<String, String> environment = new HashMap<>(found.desktop());
        environment.put(TEXT, alert.text());
        new Started(found.command(alert.text()), environment, LONGEST).toItsEnd()
            .ifPresent(met -> problems.accept(Trouble.of(Kind.NO_NOTIFICATION, met)));
    }

    @Override
    public void close() {
        mailbox.close();
    }
}
