package org.faultline.report.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.faultline.report.Block;
import org.faultline.report.pdf.Tag;

/** A table whose columns share the page by what stands in them; its head comes again on each page. */
final class PdfTable {

    private static final double GAP = 9;
    private static final double NARROWEST = 34;
    private static final double PADDING = 2.6;

    private final PdfFlow flow;
    private final Block.Table table;
    private final double[] widths;

    PdfTable(PdfFlow flow, Block.Table table) {
        this.flow = flow;
        this.table = table;
        this.widths = widths(table, PdfFlow.RIGHT - PdfFlow.LEFT - GAP * (table.columns().size() - 1));
    }

    /** Columns that need little get it; the others share the rest as they need it. */
    private static double[] widths(Block.Table table, double room) {
        double[] wanted = IntStream.range(0, table.columns().size()).mapToDouble(column -> Math.max(NARROWEST, Math.max(
            PdfLook.CELL_HEAD.font().width(table.columns().get(column), PdfLook.CELL_HEAD.size()),
            table.rows().stream().filter(row -> column < row.size()).mapToDouble(row -> natural(row.get(column))).max().orElse(0)))).toArray();
        double fair = room / wanted.length;
        double small = Arrays.stream(wanted).filter(width -> width <= fair).sum();
        double large = Arrays.stream(wanted).filter(width -> width > fair).sum();
        double share = large == 0 ? 1 : Math.min(1, (room - small) / large);
        double[] widths = Arrays.stream(wanted).map(width -> width <= fair ? width : Math.max(fair / 2, width * share)).toArray();
        double all = Arrays.stream(widths).sum();
        return all <= room ? widths : Arrays.stream(widths).map(width -> width * room / all).toArray();
    }

    /** Long words count with what they are, but no cell claims more than twenty lines' worth. */
    private static double natural(String cell) {
        return PdfLook.CELL.font().width(cell.length() > 2_000 ? cell.substring(0, 2_000) : cell, PdfLook.CELL.size()) + .5;
    }

    void draw(Tag parent) {
        Tag tag = parent.child("Table");
        head(tag);
        for (List<String> row : table.rows()) {
            row(tag, row);
        }
        flow.down(4);
    }

    private void head(Tag tag) {
        flow.keep(4 * PdfLook.CELL.leading());
        cells(tag.child("TR"), "TH", table.columns().stream().map(List::of).toList(), PdfLook.CELL_HEAD);
    }

    private void row(Tag tag, List<String> row) {
        List<List<String>> cells = IntStream.range(0, widths.length)
            .mapToObj(column -> PdfFlow.wrapped(column < row.size() ? row.get(column) : "", PdfLook.CELL, widths[column])).toList();
        int lines = cells.stream().mapToInt(List::size).max().orElse(1);
        int most = (int) ((PdfFlow.wholePage() - 40) / PdfLook.CELL.leading());
        Tag line = tag.child("TR");
        for (int from = 0; from < lines; from += most) {
            int start = from;
            if (flow.room() < Math.min(lines - from, most) * PdfLook.CELL.leading() + 2 * PADDING) {
                flow.newPage();
                flow.page().decoration(() -> IntStream.range(0, widths.length).forEach(column ->
                    flow.page().text(PdfLook.CELL_HEAD.font(), PdfLook.CELL_HEAD.size(), PdfLook.CELL_HEAD.colour(), left(column),
                        flow.y() + PdfLook.CELL_HEAD.size(), PdfFlow.wrapped(table.columns().get(column), PdfLook.CELL_HEAD, widths[column]).getFirst())));
                flow.down(PdfLook.CELL_HEAD.leading());
                rule();
            }
            cells(line, "TD", cells.stream().map(cell -> cell.subList(Math.min(start, cell.size()), Math.min(start + most, cell.size()))).toList(), PdfLook.CELL);
        }
    }

    private void cells(Tag row, String type, List<List<String>> cells, PdfFlow.Style style) {
        double top = flow.y() + PADDING;
        int lines = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int column = 0; column < cells.size(); column++) {
            Tag cell = row.child(type);
            double x = left(column);
            List<String> text = cells.get(column);
            flow.page().tagged(cell, () -> {
                for (int at = 0; at < text.size(); at++) {
                    flow.page().text(style.font(), style.size(), style.colour(), x, top + at * style.leading() + style.size(), text.get(at));
                }
            });
        }
        flow.down(lines * style.leading() + 2 * PADDING);
        rule();
    }

    private void rule() {
        flow.page().decoration(() -> flow.page().line(PdfLook.LINE, .5, List.of(), PdfFlow.LEFT, flow.y(), PdfFlow.RIGHT, flow.y()));
    }

    private double left(int column) {
        return PdfFlow.LEFT + Arrays.stream(widths, 0, column).sum() + GAP * column;
    }
}
