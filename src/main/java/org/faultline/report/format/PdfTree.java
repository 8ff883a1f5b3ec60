package org.faultline.report.format;

import java.util.List;
import java.util.Locale;
import org.faultline.model.Report;
import org.faultline.report.TreeCaptions;
import org.faultline.report.pdf.Canvas;
import org.faultline.report.pdf.Colour;
import org.faultline.report.pdf.PdfFont;
import org.faultline.report.pdf.Tag;
import org.faultline.report.pdf.WinAnsi;
import org.faultline.report.picture.Area;
import org.faultline.report.picture.Box;
import org.faultline.report.picture.Edge;
import org.faultline.report.picture.Lettering;
import org.faultline.report.picture.Opened;
import org.faultline.report.picture.Outline;
import org.faultline.report.picture.State;
import org.faultline.report.picture.TreePicture;

/** The picture of the tree as lines and letters of a page, as large as the page allows. */
final class PdfTree {

    private static final double SIZE = 10;

    /** Larger would look like a poster beside the text. */
    private static final double LARGEST = 1;

    /** Smaller letters are hard to read on paper: then the picture gets a page across. */
    private static final double SMALLEST_UPRIGHT = 0.62;

    private final TreePicture picture;
    private double scale = LARGEST;
    private Canvas page;
    private double left;
    private double top;

    PdfTree(Report report, Locale locale, Canvas page) {
        this.picture = TreePicture.of(Outline.of(report.diagnosis(), false), Opened.AS_WALKED, TreeCaptions.printed(locale), new Letters());
        this.page = page;
    }

    /** Whether it is legible on an upright page. */
    boolean fitsUpright() {
        return fitting(PdfFlow.RIGHT - PdfFlow.LEFT, PdfFlow.wholePage() - 40) >= SMALLEST_UPRIGHT;
    }

    private double fitting(double wide, double high) {
        return Math.min(LARGEST, Math.min(wide / picture.width(), high / picture.height()));
    }

    /** Helvetica at {@value #SIZE} points. */
    private record Letters() implements Lettering {
        @Override
        public double width(String text, boolean bold) {
            return (bold ? PdfFont.SANS_BOLD : PdfFont.SANS).width(text, SIZE);
        }

        @Override
        public double lineHeight() {
            return SIZE * 1.25;
        }
    }

    /** How high it gets in a room of this size. */
    double height(double wide, double high) {
        return picture.height() * fitting(wide, high);
    }

    /** As large as this room allows, centred in it from side to side. */
    void draw(Tag figure, Canvas on, Area room) {
        scale = fitting(room.width(), room.height());
        page = on;
        left = room.centreX() - picture.width() * scale / 2;
        top = room.y();
        page.figure(figure, left, top, picture.width() * scale, picture.height() * scale, () -> {
            picture.edges().forEach(this::edge);
            picture.boxes().forEach(this::box);
        });
    }

    private void edge(Edge edge) {
        double thick = (edge.thin() ? edge.walked() ? 1.4 : .7 : edge.walked() ? 2.2 : .9) * scale;
        List<Double> dash = edge.walked() && edge.state() == State.UNKNOWN ? List.of(5 * scale, 4 * scale) : List.of();
        double[] coordinates = edge.points().stream().flatMap(point -> List.of(x(point.x()), y(point.y())).stream()).mapToDouble(Double::doubleValue).toArray();
        page.line(edge.walked() ? colour(edge.state()) : PdfLook.LINE, thick, dash, coordinates);
        edge.label().ifPresent(label -> letters(label.text(), label.place(), edge.walked() ? colour(edge.state()) : PdfLook.QUIET, edge.walked(), Lettering.SMALL));
    }

    private void box(Box box) {
        switch (box.kind()) {
            case FOLD -> { }
            // What a press would do is not said on paper.
            case OPENER -> lines(box, box.lines().subList(0, 1), PdfLook.QUIET, Lettering.SMALL);
            case STAGE, QUESTION, LEAF, MORE, MINI_QUESTION, MINI_LEAF -> {
                frame(box);
                lines(box, box.lines(), ink(box), 1);
            }
        }
    }

    private void frame(Box box) {
        Area place = box.place();
        double corner = switch (box.kind()) {
            case LEAF, MORE, MINI_LEAF -> Math.min(place.height() / 2, 15);
            case MINI_QUESTION -> 1.5;
            case STAGE, QUESTION, FOLD, OPENER -> 6;
        };
        Colour line = box.walked() ? colour(box.state()) : PdfLook.LINE;
        page.box(filling(box), line, (box.walked() ? 1.5 : .9) * scale, x(place.x()), y(place.y()), place.width() * scale, place.height() * scale, corner * scale);
        if (!box.kind().mini()) {
            new PdfMark(page, x(box.markPlace().x()), y(box.markPlace().y()), box.markPlace().width() * scale / 16)
                .draw(box.mark(), box.strong() ? PdfLook.PAPER : box.walked() ? colour(box.state()) : PdfLook.QUIET);
        }
    }

    private void lines(Box box, List<String> lines, Colour colour, double size) {
        double y = box.text().y();
        for (String line : lines) {
            letters(line, new Area(box.text().x(), y, box.text().width(), picture.line()), colour, box.strong(), size);
            y += picture.line();
        }
    }

    /** Centred in this area. */
    private void letters(String text, Area area, Colour colour, boolean bold, double size) {
        PdfFont font = bold ? PdfFont.SANS_BOLD : PdfFont.SANS;
        double points = SIZE * size * scale;
        String shown = WinAnsi.of(text);
        page.text(font, points, colour, x(area.centreX()) - font.width(shown, points) / 2, y(area.centreY()) + points * .35, shown);
    }

    private static Colour ink(Box box) {
        return box.strong() ? PdfLook.PAPER : box.walked() || box.kind() == Box.Kind.STAGE ? PdfLook.TEXT : PdfLook.QUIET;
    }

    private static Colour filling(Box box) {
        if (box.strong()) {
            return colour(box.state());
        }
        return box.walked() ? Colour.of(soft(box.state())) : box.kind() == Box.Kind.LEAF || box.kind() == Box.Kind.MORE ? Colour.of(0xf5f7fa) : PdfLook.PAPER;
    }

    private static Colour colour(State state) {
        return switch (state) {
            case GOOD -> PdfLook.GOOD;
            case WARNING -> PdfLook.WARN;
            case FAULT -> PdfLook.BAD;
            case INFO -> PdfLook.NOTE;
            case UNKNOWN -> Colour.of(0x6b4fa0);
            case NEUTRAL, ASKING -> Colour.of(0x4a5568);
            case QUIET -> PdfLook.OFF;
        };
    }

    private static int soft(State state) {
        return switch (state) {
            case GOOD -> 0xe4f5ea;
            case WARNING -> 0xfdf1dc;
            case FAULT -> 0xfdebec;
            case INFO -> 0xe7f0fb;
            case UNKNOWN -> 0xf2edfa;
            case NEUTRAL, ASKING, QUIET -> 0xeef1f5;
        };
    }

    private double x(double x) {
        return left + x * scale;
    }

    private double y(double y) {
        return top + y * scale;
    }
}
