package org.faultline.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faultline.model.Diagnosis;
import org.faultline.model.Printable;
import org.faultline.model.Verdict;
import org.faultline.report.picture.Area;
import org.faultline.report.picture.Box;
import org.faultline.report.picture.Edge;
import org.faultline.report.picture.Lettering;
import org.faultline.report.picture.Mark;
import org.faultline.report.picture.Opened;
import org.faultline.report.picture.Outline;
import org.faultline.report.picture.Point;
import org.faultline.report.picture.TreePicture;

/**
 * The picture of the tree as one SVG that needs nothing else: no script, no font, no image. It follows the reader's choice of light or
 * dark, and says in words what it shows to those who cannot see it.
 */
public final class SvgTree {

    private final TreePicture picture;
    private final TreeCaptions captions;
    private final StringBuilder svg = new StringBuilder();

    private SvgTree(TreePicture picture, TreeCaptions captions) {
        this.picture = picture;
        this.captions = captions;
    }

    /** As a run leaves it: the stage that matters stands open. */
    public static String of(Diagnosis diagnosis, Locale locale) {
        return of(diagnosis, Opened.AS_WALKED, TreeCaptions.printed(locale));
    }

    public static String of(Diagnosis diagnosis, Opened opened, TreeCaptions captions) {
        TreePicture picture = TreePicture.of(Outline.of(diagnosis, false), opened, captions, new SansLetters());
        return new SvgTree(picture, captions).drawn(diagnosis);
    }

    private String drawn(Diagnosis diagnosis) {
        String size = number(picture.width()) + " " + number(picture.height());
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s\" width=\"%s\" height=\"%s\" role=\"img\" aria-labelledby=\"t d\">"
            .formatted(size, number(picture.width()), number(picture.height())));
        line("<title id=\"t\">" + escaped(captions.texts().get("picture.title")) + "</title>");
        line("<desc id=\"d\">" + escaped(description(diagnosis)) + "</desc>");
        line("<style>" + SvgStyle.CSS + "</style>");
        line("<rect class=\"sheet\" width=\"%s\" height=\"%s\"/>".formatted(number(picture.width()), number(picture.height())));
        picture.edges().forEach(this::edge);
        picture.boxes().forEach(this::box);
        line("</svg>");
        return svg.toString();
    }

    /** What the picture shows, in words: the verdict, then how each stage came out. */
    private String description(Diagnosis diagnosis) {
        Verdict verdict = diagnosis.verdict();
        String title = verdict.finding().map(finding -> captions.fault(finding.fault(), finding.facts()))
            .or(() -> new LeftOut(LeftOut.of(diagnosis), true, false).title(captions.labels()))
            .or(() -> verdict.status() == Verdict.Status.HEALTHY ? RunKind.of(diagnosis).healthy("title", captions.labels()) : Optional.empty()).orElseGet(() -> captions.words().title(verdict.status()));
        String stages = diagnosis.stages().stream().map(stage -> captions.words().stageName(stage.stage()) + ": " + captions.words().status(stage.status()))
            .collect(Collectors.joining("; "));
        return title + ". " + stages + ".";
    }

    private void edge(Edge edge) {
        String points = edge.points().stream().map(SvgTree::point).collect(Collectors.joining(" "));
        polyline(classes("e" + (edge.thin() ? " thin" : ""), edge.state().id(), edge.walked(), false), points);
        edge.label().ifPresent(label -> text(classes("label", edge.state().id(), edge.walked(), false), label.text(), label.place().centreX(),
            label.place().centreY(), SansLetters.SIZE * Lettering.SMALL));
    }

    private void polyline(String classes, String points) {
        line("<polyline class=\"%s\" points=\"%s\"/>".formatted(classes, points));
    }

    private void box(Box box) {
        Area place = box.place();
        String classes = classes(box.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), box.state().id(), box.walked(), box.strong());
        switch (box.kind()) {
            case FOLD -> polyline(classes("e", box.state().id(), box.walked(), false),
                number(place.x()) + "," + number(place.centreY()) + " " + number(place.right() + 2) + "," + number(place.centreY()));
            case OPENER -> lines(box, "label", SansLetters.SIZE * Lettering.SMALL, picture.line());
            case STAGE, QUESTION, LEAF, MORE, MINI_QUESTION, MINI_LEAF -> {
                line("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>".formatted(classes, number(place.x()),
                    number(place.y()), number(place.width()), number(place.height()), number(corner(box))));
                mark(box);
                lines(box, classes("text", box.state().id(), box.walked(), box.strong()), SansLetters.SIZE, picture.line());
            }
        }
    }

    private static double corner(Box box) {
        return switch (box.kind()) {
            case LEAF, MORE, MINI_LEAF -> Math.min(box.place().height() / 2, 20);
            case MINI_QUESTION -> 2;
            case STAGE, QUESTION, FOLD, OPENER -> 8;
        };
    }

    private void mark(Box box) {
        if (box.mark() != Mark.NONE) {
            line("<path class=\"%s\" transform=\"translate(%s %s)\" d=\"%s\"/>".formatted(classes("mark", box.state().id(), box.walked(), box.strong()),
                number(box.markPlace().x()), number(box.markPlace().y()), box.mark().path()));
        }
    }

    private void lines(Box box, String classes, double size, double height) {
        double y = box.text().y() + height / 2;
        for (String text : box.lines()) {
            text(classes, text, box.text().centreX(), y, size);
            y += height;
        }
    }

    /** A third of the size below the middle is where letters stand. */
    private void text(String classes, String text, double centre, double middle, double size) {
        line("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>".formatted(classes, number(centre), number(middle + size * 0.35), escaped(text)));
    }

    private static String classes(String kind, String state, boolean walked, boolean strong) {
        return kind + " " + state + (walked ? " walked" : "") + (strong ? " strong" : "");
    }

    private static String point(Point point) {
        return number(point.x()) + "," + number(point.y());
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private void line(String text) {
        svg.append(text).append('\n');
    }

    /** Names may come from the network: what steers or hides becomes visible, what means something in XML is spelt out. */
    private static String escaped(String text) {
        return Printable.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
