package org.faultline.report;

import java.util.List;
import org.faultline.model.Remedy;

/** Remedies as numbered steps, each with who can take it and the command to copy. */
record Steps(Page page, Words words) {

    void list(List<Remedy> remedies) {
        int number = 1;
        for (Remedy remedy : remedies) {
            String first = "  " + number++ + ". ";
            page.paragraph(first, words.who(remedy.who()) + ": " + remedy.text());
            remedy.command().ifPresent(command -> page.line(Ink.BOLD, " ".repeat(first.length()) + "$ " + command));
        }
    }
}
