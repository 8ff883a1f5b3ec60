package org.faultline.report.format;

import java.util.List;
import java.util.Optional;
import org.faultline.report.Block;
import org.faultline.report.PathStop;
import org.faultline.report.pdf.Canvas;
import org.faultline.report.pdf.Colour;
import org.faultline.report.pdf.Tag;

/** The way outward across a page: a dot a stage with its words below, the break between two of them, and what it is called. */
final class PdfPath {

    private static final double LEFT = PdfFlow.LEFT;
    private static final double RIGHT = PdfFlow.RIGHT;

    private final PdfFlow flow;
    private final List<PathStop> stops;

    PdfPath(PdfFlow flow, List<PathStop> stops) {
        this.flow = flow;
        this.stops = stops;
    }

    void draw(Tag root) {
        Tag list = root.child("L");
        double width = (RIGHT - LEFT) / Math.max(1, stops.size());
        double top = flow.y();
        double lowest = top;
        for (int at = 0; at < stops.size(); at++) {
            PathStop stop = stops.get(at);
            double x = LEFT + width * (at + .5);
            boolean first = at == 0;
            flow.page().decoration(() -> dot(flow.page(), stop, first ? Optional.empty() : Optional.of(width), x, top + 13));
            lowest = Math.max(lowest, words(list.child("LI").child("LBody"), stop, x, top + 32, width - 8));
        }
        flow.down(lowest - top + 8);
        stops.stream().flatMap(stop -> stop.before().stream()).forEach(gap -> {
            PdfFlow.Style style = PdfLook.BOLD.in(gap.broken() ? PdfLook.BAD : PdfLook.WARN);
            for (String line : PdfFlow.wrapped(gap.words(), style, RIGHT - LEFT)) {
                flow.line(root.child("P"), style, (LEFT + RIGHT - style.font().width(line, style.size())) / 2, line);
                flow.down(style.leading());
            }
        });
        flow.down(8);
    }

    private static void dot(Canvas page, PathStop stop, Optional<Double> fromBefore, double x, double y) {
        Colour colour = PdfLook.of(stop.state());
        fromBefore.ifPresent(width -> {
            double from = x - width + 15;
            double to = x - 15;
            if (stop.before().isPresent()) {
                Colour gap = stop.before().get().broken() ? PdfLook.BAD : PdfLook.WARN;
                page.line(gap, 1.8, List.of(4.0, 4.0), from, y, to, y);
                page.fill(PdfLook.PAPER, (from + to) / 2 - 7, y - 6, 14, 12);
                PdfLook.sign(page, stop.before().get().broken() ? Block.Mark.FAILED : Block.Mark.WARNING, gap, (from + to) / 2, y, 9);
            } else if (stop.cutOff()) {
                page.line(PdfLook.OFF, 1.4, List.of(.1, 4.0), from, y, to, y);
            } else {
                page.line(PdfLook.GOOD, 1.8, List.of(), from, y, to, y);
            }
        });
        page.circle(PdfLook.soft(stop.state()), colour, 1.3, x, y, 11);
        PdfLook.sign(page, PdfLook.mark(stop.state()), colour, x, y, 10);
    }

    /** @return where the last line ends */
    private double words(Tag tag, PathStop stop, double x, double top, double width) {
        double y = top;
        for (PdfFlow.Style style : List.of(PdfLook.SMALL_BOLD, PdfLook.SMALL, PdfLook.SMALL.in(PdfLook.TEXT))) {
            String text = style == PdfLook.SMALL_BOLD ? stop.name() : style == PdfLook.SMALL ? stop.status() : stop.fact();
            for (String line : text.isEmpty() ? List.<String>of() : PdfFlow.wrapped(text, style, width)) {
                double base = y + style.size();
                double left = x - style.font().width(line, style.size()) / 2;
                flow.page().tagged(tag, () -> flow.page().text(style.font(), style.size(), style.colour(), left, base, line));
                y += style.size() * 1.25;
            }
        }
        return y;
    }
}
