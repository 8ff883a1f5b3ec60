package org.faultline.report;

import java.util.List;
import java.util.Optional;

/** One piece of a report as a person reads it, without a word on how it looks; every format draws all kinds. */
public sealed interface Block {

    /** Plain sentences. */
    record Paragraph(String text) implements Block { }

    /** What to do, in order. */
    record Steps(List<Step> steps) implements Block {
        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /** @param who the label of who takes it; {@code command} is to be copied as it is */
    record Step(String who, String text, Optional<String> command) { }

    /** Things of one kind beneath a few words; {@code label} may be empty. */
    record Items(String label, List<Item> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** @param lead short and in front: an id, a time; may be empty */
    record Item(Mark mark, String lead, String text) { }

    /** What a symbol before an item says. The words of the item say it too. */
    enum Mark {
        PASSED, FAILED, WARNING, NOTE, UNKNOWN, NONE
    }

    /**
     * Rows beneath named columns. People copy tables into spreadsheets, so what a spreadsheet would run as a formula gets an
     * apostrophe before it (OWASP, CSV injection); figures stay as they are.
     */
    record Table(String label, List<String> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(row -> row.stream().map(Table::harmless).toList()).toList();
        }

        private static String harmless(String cell) {
            boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
            return formula && !cell.matches("[+-]?[0-9.]+( (ms|s|dBm|%))?") && !cell.equals("-") ? "'" + cell : cell;
        }
    }

    /** The picture of the decision tree stands here. */
    record Tree() implements Block { }
}
