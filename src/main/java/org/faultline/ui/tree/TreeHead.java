package org.faultline.ui.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.faultline.ui.page.Pieces;

/**
 * Above the tree: its title, what lies out of sight, a hint, the search and the tools. What does not fit into a line goes into the next one; the
 * hint gives way first, then what lies out of sight is told briefly, then the title goes: the tree can be used without it.
 */
final class TreeHead extends Pane {

    /** In sizes of the text. */
    private static final double GAP = 0.7;
    private static final double LINE = 2.3;

    private final Label title;
    private final Label hint;
    private final Region tools;
    private final OutOfSight beyond;
    private final OutOfSight brief;
    private final Region search;

    TreeHead(String heading, String advice, OutOfSight beyond, OutOfSight brief, Region search, Region tools) {
        this.title = Pieces.heading(heading);
        this.hint = new Label(advice);
        this.tools = tools;
        this.beyond = beyond;
        this.brief = brief;
        this.search = search;
        title.setWrapText(false);
        hint.getStyleClass().addAll("muted", "small", "hint");
        getChildren().setAll(title, beyond, brief, hint, search, tools);
        search.visibleProperty().addListener(_ -> requestLayout());
    }

    private double em(double times) {
        return snapSizeX(times * title.getFont().getSize());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return wide(parts(true, beyond));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return lines(width < 0 ? Double.MAX_VALUE : width).stream().mapToDouble(this::high).sum();
    }

    private List<Region> parts(boolean titled, OutOfSight way) {
        return Stream.of(title, way, search, tools).filter(part -> part == title ? titled : part == way ? way.any() : part == tools || search.isVisible()).toList();
    }

    /** The fewest lines, and of those the ones that tell most. */
    private List<List<Region>> lines(double width) {
        return Stream.of(parts(true, beyond), parts(true, brief), parts(false, beyond), parts(false, brief)).map(parts -> lines(parts, width))
            .min(Comparator.comparingInt(List::size)).orElseThrow();
    }

    private List<List<Region>> lines(List<Region> all, double width) {
        List<List<Region>> lines = new ArrayList<>();
        List<Region> line = new ArrayList<>();
        for (Region part : all) {
            if (!line.isEmpty() && wide(line) + em(GAP) + part.prefWidth(-1) > width) {
                lines.add(line);
                line = new ArrayList<>();
            }
            line.add(part);
        }
        lines.add(line);
        return lines;
    }

    private double wide(List<Region> line) {
        return line.stream().mapToDouble(part -> part.prefWidth(-1)).sum() + em(GAP) * (line.size() - 1);
    }

    private double high(List<Region> line) {
        return snapSizeY(line.stream().mapToDouble(part -> part.prefHeight(-1)).reduce(em(LINE), Math::max));
    }

    @Override
    protected void layoutChildren() {
        List<List<Region>> lines = lines(getWidth());
        Stream.of(title, beyond, brief).forEach(part -> part.setVisible(lines.stream().anyMatch(line -> line.contains(part))));
        double y = 0;
        for (List<Region> line : lines) {
            lay(line, y, high(line));
            y += high(line);
        }
        double free = getWidth() - wide(lines.getFirst()) - em(GAP);
        hint.setVisible(lines.size() == 1 && title.isVisible() && free >= hint.prefWidth(-1));
        double left = wide(lines.getFirst().stream().filter(part -> part != tools).toList()) + em(GAP);
        middle(hint, left, Math.max(0, free), 0, high(lines.getFirst()));
    }

    private void lay(List<Region> line, double y, double height) {
        double x = 0;
        for (Region part : line) {
            double width = Math.min(part.prefWidth(-1), getWidth());
            middle(part, part == tools ? getWidth() - width : x, width, y, height);
            x += width + em(GAP);
        }
    }

    private static void middle(Region part, double x, double width, double y, double height) {
        double high = part.prefHeight(width);
        part.resizeRelocate(x, y + Math.round((height - high) / 2), width, high);
    }
}
