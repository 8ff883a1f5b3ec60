package org.faultline.cli;

import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.faultline.alert.Alert;
import org.faultline.alert.AlertWords;
import org.faultline.alert.Outlets;
import org.faultline.alert.Wishes;
import org.faultline.json.JsonText;
import org.faultline.report.Page;
import org.faultline.run.watch.Change;
import org.faultline.run.watch.Listener;
import org.faultline.run.watch.Round;
import org.faultline.store.NotWritten;
import org.faultline.store.RollingLog;

/** Everywhere a watch in the terminal tells what it sees: lines on stdout, the log, the channels, the metrics. */
final class WatchOutputs implements Listener, AutoCloseable {

    private static final long LONGEST_LOG = 1 << 20;

    private final Wanted wanted;
    private final Terminal terminal;
    private final AlertWords words;
    private final Outlets outlets;

    /** @param json one object a line instead of text */
    record Wanted(boolean json, Locale language, Optional<Path> log, Wishes wishes) { }

    private WatchOutputs(Wanted wanted, Terminal terminal, AlertWords words, Outlets outlets) {
        this.wanted = wanted;
        this.terminal = terminal;
        this.words = words;
        this.outlets = outlets;
    }

    /** @throws BadArgument if a file cannot be written or nothing can listen there */
    static WatchOutputs open(Wanted wanted, Terminal terminal, Duration interval) {
        AlertWords words = new AlertWords(wanted.language(), ZoneId.systemDefault());
        try {
            if (wanted.log().isPresent()) {
                new RollingLog(wanted.log().get(), LONGEST_LOG).begin();
            }
            return new WatchOutputs(wanted, terminal, words, Outlets.open(wanted.wishes(), interval, terminal.environment(),
                trouble -> problem(terminal, words.trouble(trouble))));
        } catch (NotWritten e) {
            throw new BadArgument(e.getMessage());
        } catch (Outlets.NotOpened e) {
            throw new BadArgument(words.trouble(e.trouble()));
        }
    }

    @Override
    public void round(Round round) {
        outlets.round(round);
        if (wanted.json()) {
            print(line(RoundJson.of(round)));
        }
    }

    @Override
    public void changed(Change change) {
        Alert alert = words.alert(change);
        print(wanted.json() ? line(alert.document()) : words.time(alert.at()) + "  " + alert.text());
        outlets.changed(change, alert);
    }

    private static String line(Map<String, Object> document) {
        return JsonText.line(document);
    }

    /** JSON is UTF-8 everywhere; text is for whoever reads it here. */
    private void print(String line) {
        byte[] shown = wanted.json() ? (line + "\n").getBytes(StandardCharsets.UTF_8)
            : new Page(terminal.style(ColourChoice.NEVER)).line(line).toString().getBytes(terminal.out().charset());
        terminal.out().write(shown, 0, shown.length);
        terminal.out().flush();
        wanted.log().ifPresent(file -> {
            try {
                new RollingLog(file, LONGEST_LOG).add(line);
            } catch (NotWritten e) {
                problem(terminal, e.getMessage());
            }
        });
    }

    /** From any thread. */
    private static void problem(Terminal terminal, String line) {
        terminal.err().println("faultline: " + line);
    }

    @Override
    public void close() {
        outlets.close();
    }
}
