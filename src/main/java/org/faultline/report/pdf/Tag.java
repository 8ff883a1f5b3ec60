package org.faultline.report.pdf;

import java.util.ArrayList;
import java.util.List;

/** One element of the document's structure, as a screen reader walks it (ISO 32000-1, 14.8). */
public final class Tag {

    /** A piece of a page that belongs to an element: number {@code mark} on that page. */
    record Marked(int page, int mark) { }

    private final String type;
    private final String alternative;
    private final List<Object> kids = new ArrayList<>();

    /** What a figure's box is on its page, in PDF's own coordinates; empty for others. */
    private List<Double> box = List.of();

    Tag(String type, String alternative) {
        this.type = type;
        this.alternative = alternative;
    }

    /** @param type a standard structure type such as {@code P}, {@code H1}, {@code L}, {@code LI}, {@code Table} */
    public Tag child(String type) {
        return child(type, "");
    }

    /** @param alternative what to read instead, for figures */
    public Tag child(String type, String alternative) {
        Tag child = new Tag(type, alternative);
        kids.add(child);
        return child;
    }

    void mark(Marked marked) {
        kids.add(marked);
    }

    void box(double left, double bottom, double right, double top) {
        box = List.of(left, bottom, right, top);
    }

    String type() {
        return type;
    }

    String alternative() {
        return alternative;
    }

    List<Object> kids() {
        return kids;
    }

    List<Double> box() {
        return box;
    }
}
