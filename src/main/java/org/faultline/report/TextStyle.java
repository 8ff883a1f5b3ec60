package org.faultline.report;

/**
 * How text is to look.
 *
 * @param width   columns to fill, at least 40
 * @param unicode whether the reader can show symbols beyond ASCII
 */
public record TextStyle(int width, boolean unicode, boolean colour, Detail detail) {

    /** To be pasted: wide enough for a ticket, narrow enough for a mail. */
    public static final TextStyle TICKET = new TextStyle(100, true, false, Detail.USUAL);

    /** How much is told. */
    public enum Detail {
        /** One line. */
        LINE,
        /** What a person needs. */
        USUAL,
        /** Also every question and everything that was seen. */
        ALL
    }

    String bullet() {
        return unicode ? "•" : "-";
    }
}
