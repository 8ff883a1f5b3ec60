package org.faultline.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.faultline.model.Report;
import org.faultline.model.Stage;

/** What listens, as a table, and below it how to bind to loopback what stands open and usually does not. */
final class PortTable {

    private static final int GAP = 2;
    private static final int WIDEST_COLUMN = 34;

    private final Report report;
    private final Texts texts;

    PortTable(Report report, Texts texts) {
        this.report = report;
        this.texts = texts;
    }

    static boolean fits(Report report) {
        return report.diagnosis().stages().stream().anyMatch(stage -> stage.stage() == Stage.PORTS);
    }

    private record Column(String head, Function<PortRow, String> cell) { }

    void drawOn(Page page) {
        List<PortRow> rows = PortRow.of(report, texts);
        if (!rows.isEmpty()) {
            table(page, rows);
        }
        List<String> advice = PortRow.advice(report, texts);
        if (!advice.isEmpty()) {
            page.heading(texts.get("local.heading"));
            advice.forEach(line -> page.paragraph("  ▲ ", line));
        }
        page.blank().paragraph("", Ink.FAINT, texts.get("limit"));
    }

    private void table(Page page, List<PortRow> rows) {
        List<Column> columns = Stream.of(new Column(texts.get("column.listens"), PortRow::listens), new Column(texts.get("column.reach"), PortRow::reach),
            new Column(texts.get("column.program"), PortRow::program), new Column(texts.get("column.user"), PortRow::user),
            new Column(texts.get("column.usually"), PortRow::usually)).toList();
        List<Integer> widths = columns.stream().map(column -> Math.min(WIDEST_COLUMN, Stream.concat(Stream.of(column.head()), rows.stream().map(column.cell()))
            .mapToInt(String::length).max().orElse(0)) + GAP).toList();
        page.line(Ink.BOLD, "  " + joined(columns.stream().map(column -> column.head().toUpperCase(Locale.ROOT)).toList(), widths));
        rows.forEach(row -> page.marked("", row.exposed() ? Ink.WARN : Ink.PLAIN, row.exposed() ? "▲" : " ",
            " " + joined(columns.stream().map(column -> column.cell().apply(row)).toList(), widths)));
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
