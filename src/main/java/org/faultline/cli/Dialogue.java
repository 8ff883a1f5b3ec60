package org.faultline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.faultline.report.Page;

/** A talk in the terminal: paragraphs, and questions that are answered with a line. */
final class Dialogue {

    private final Terminal terminal;
    private final BufferedReader keyboard;

    Dialogue(Terminal terminal, BufferedReader keyboard) {
        this.terminal = terminal;
        this.keyboard = keyboard;
    }

    void blank() {
        terminal.out().println();
    }

    void say(String text) {
        say("", text);
    }

    /** @param first before the first line, and as many blanks before the others */
    void say(String first, String text) {
        terminal.out().print(page().paragraph(first, text));
    }

    /** What was typed, in lower case; empty at the end of the input. */
    Optional<String> ask(String prompt) {
        terminal.out().print(page().paragraph("", prompt).toString().stripTrailing() + " ");
        terminal.out().flush();
        try {
            return Optional.ofNullable(keyboard.readLine()).map(line -> line.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Page page() {
        return new Page(terminal.style(ColourChoice.NEVER));
    }
}
