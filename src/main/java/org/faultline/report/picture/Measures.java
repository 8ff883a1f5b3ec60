package org.faultline.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.faultline.model.Truth;

/** The lengths of one picture, all of them multiples of a sixteenth of a line. */
final class Measures {

    private static final int BALANCING = 5;

    private final Lettering lettering;
    private final double unit;
    private final double labelWidth;

    Measures(Lettering lettering, Captions captions) {
        this.lettering = lettering;
        this.unit = lettering.lineHeight() / 16;
        this.labelWidth = Stream.of(Truth.values()).mapToDouble(answer -> small(captions.answer(answer))).max().orElse(0);
    }

    double of(double sixteenths) {
        return sixteenths * unit;
    }

    double small(String text) {
        return lettering.width(text, false) * Lettering.SMALL;
    }

    double line() {
        return lettering.lineHeight();
    }

    double smallLine() {
        return lettering.lineHeight() * Lettering.SMALL;
    }

    double stageWidth() {
        return of(134);
    }

    double width() {
        return of(190);
    }

    /** Between a question and its sides: a lane outward, a lane back, the answer, the sign that folds. */
    double sideGap() {
        return of(46) + labelWidth;
    }

    /** Between two stages: room for the answer above the line. */
    double stageGap(String label) {
        return Math.max(of(36), small(label) + of(14));
    }

    /** Between one place of a strand and the next: room for the answer. */
    double below() {
        return of(27);
    }

    double betweenSides() {
        return of(10);
    }

    double outLane() {
        return of(9);
    }

    double backLane() {
        return of(18);
    }

    double padding() {
        return of(11);
    }

    double mark() {
        return of(16);
    }

    /** Lines that fit, about equally long: broken between words, and within one only where it is longer than a line. */
    List<String> wrapped(String text, boolean bold, double room) {
        List<String> lines = filled(text, bold, room);
        double narrow = room / 2;
        double wide = room;
        for (int tries = 0; lines.size() > 1 && tries < BALANCING; tries++) {
            double middle = (narrow + wide) / 2;
            List<String> balanced = filled(text, bold, middle);
            if (balanced.size() > lines.size() || balanced.stream().anyMatch(line -> line.endsWith("-") && !text.contains(line))) {
                narrow = middle;
            } else {
                lines = balanced;
                wide = middle;
            }
        }
        return lines;
    }

    private List<String> filled(String text, boolean bold, double room) {
        List<String> lines = new ArrayList<>();
        double space = lettering.width(" ", bold);
        String line = "";
        double length = 0;
        for (String word : text.split(" ")) {
            double width = lettering.width(word, bold);
            if (!line.isEmpty() && length + space + width <= room) {
                line += " " + word;
                length += space + width;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = width <= room ? word : broken(word, bold, room, lines);
            length = lettering.width(line, bold);
        }
        lines.add(line);
        return lines;
    }

    /** @return what is left of the word for the last line */
    private String broken(String word, boolean bold, double room, List<String> lines) {
        String rest = word;
        while (lettering.width(rest, bold) > room && rest.length() > 2) {
            int end = cut(rest, bold, room);
            boolean atHyphen = rest.charAt(end - 1) == '-';
            lines.add(rest.substring(0, end) + (atHyphen ? "" : "-"));
            rest = rest.substring(end);
        }
        return rest;
    }

    /** The last hyphen that fits, else as much as fits with a hyphen; a letter of two characters stays whole. */
    private int cut(String word, boolean bold, double room) {
        int end = word.length() - 1;
        while (end > 1 && lettering.width(word.substring(0, end) + "-", bold) > room) {
            end--;
        }
        int hyphen = word.lastIndexOf('-', end - 1);
        int at = hyphen > 1 ? hyphen + 1 : end;
        return at > 1 && Character.isHighSurrogate(word.charAt(at - 1)) ? at - 1 : at;
    }
}
