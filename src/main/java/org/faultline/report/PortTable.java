package org.faultline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.model.Report;
import org.faultline.report.Block.Item;
import org.faultline.report.Block.Items;
import org.faultline.report.Block.Mark;
import org.faultline.report.Block.Paragraph;
import org.faultline.report.Block.Table;
import org.faultline.report.PortNotes.Note;
import org.faultline.model.Stage;

/** What listens, as a table, and below it how to bind to loopback what stands open and usually does not. */
final class PortTable {

    private static final int GAP = 2;
    private static final int WIDEST_COLUMN = 34;

    private final Report report;
    private final Locale locale;
    private final Texts texts;

    PortTable(Report report, Locale locale) {
        this.report = report;
        this.locale = locale;
        this.texts = new Texts("ports", locale);
    }

    static boolean fits(Report report) {
        return report.diagnosis().stages().stream().anyMatch(stage -> stage.stage() == Stage.PORTS);
    }

    private record Column(String head, Function<PortRow, String> cell) { }

    void drawOn(Page page) {
        List<PortRow> rows = PortRow.of(report, texts);
        if (rows.isEmpty()) {
            page.paragraph("", texts.get(PortRow.nobody(report) ? "empty" : "unread"));
            return;
        }
        table(page, rows);
        List<String> advice = PortRow.advice(report, texts);
        if (!advice.isEmpty()) {
            page.heading(texts.get("local.heading").toUpperCase(locale));
            advice.forEach(line -> page.paragraph("  ▲ ", line));
        }
        List<Note> notes = PortNotes.of(report, texts).notes();
        if (!notes.isEmpty()) {
            page.blank();
            notes.forEach(note -> page.paragraph("", note.sentence()));
        }
        page.blank().paragraph("", Ink.FAINT, texts.get("limit"));
    }

    private void table(Page page, List<PortRow> rows) {
        List<Column> columns = columns();
        List<Integer> widths = columns.stream().map(column -> Math.min(WIDEST_COLUMN, Stream.concat(Stream.of(column.head()), rows.stream().map(column.cell()))
            .mapToInt(String::length).max().orElse(0)) + GAP).toList();
        page.line(Ink.BOLD, "  " + joined(columns.stream().map(column -> column.head().toUpperCase(locale)).toList(), widths));
        rows.forEach(row -> page.marked("", row.exposed() ? Ink.WARN : Ink.PLAIN, mark(row),
            " " + joined(columns.stream().map(column -> column.cell().apply(row)).toList(), widths)));
    }

    private List<Column> columns() {
        return List.of(new Column(texts.get("column.listens"), PortRow::listens), new Column(texts.get("column.reach"), PortRow::reach),
            new Column(texts.get("column.program"), PortRow::program), new Column(texts.get("column.user"), PortRow::user),
            new Column(texts.get("column.usually"), PortRow::usually));
    }

    /** What the text marks by a sign is said in a column of its own, where there is anything to say. */
    private Table table(List<PortRow> rows) {
        List<Column> columns = new ArrayList<>(columns());
        if (rows.stream().anyMatch(row -> row.exposed() || row.fresh())) {
            columns.add(new Column(texts.get("column.note"), this::note));
        }
        return new Table("", columns.stream().map(Column::head).toList(),
            rows.stream().map(row -> columns.stream().map(column -> column.cell().apply(row)).toList()).toList());
    }

    private String note(PortRow row) {
        return Stream.of(row.exposed() ? texts.get("exposed") : "", row.fresh() ? texts.get("fresh") : "").filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    }

    private static String mark(PortRow row) {
        return row.exposed() ? "▲" : row.fresh() ? "+" : " ";
    }

    /** The same for a document: the table, what to do about each product, and what cannot be seen from here. */
    List<Block> blocks() {
        List<PortRow> rows = PortRow.of(report, texts);
        if (rows.isEmpty()) {
            return List.of(new Paragraph(texts.get(PortRow.nobody(report) ? "empty" : "unread")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(table(rows));
        List<String> advice = PortRow.advice(report, texts);
        if (!advice.isEmpty()) {
            blocks.add(new Items(texts.get("local.heading"), advice.stream().map(line -> new Item(Mark.WARNING, "", line)).toList()));
        }
        PortNotes.of(report, texts).notes().forEach(note -> blocks.add(new Paragraph(note.sentence())));
        blocks.add(new Paragraph(texts.get("limit")));
        return blocks;
    }

    private static String joined(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(Math.max(1, widths.get(column) - cell.length())));
        }
        return line.toString();
    }
}
