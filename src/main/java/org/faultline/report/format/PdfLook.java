package org.faultline.report.format;

import java.util.List;
import org.faultline.model.StageStatus;
import org.faultline.report.Block;
import org.faultline.report.Sheet;
import org.faultline.report.pdf.Canvas;
import org.faultline.report.pdf.Colour;
import org.faultline.report.pdf.PdfFont;

/** Colours, letters and signs of the PDF: those of the printed HTML. Signs are drawn, since the standard fonts have none. */
final class PdfLook {

    static final Colour TEXT = Colour.of(0x1b2330);
    static final Colour QUIET = Colour.of(0x505a68);
    static final Colour LINE = Colour.of(0xcfd4db);
    static final Colour PAPER = Colour.of(0xffffff);
    static final Colour CODE = Colour.of(0xf0f2f5);
    static final Colour OFF = Colour.of(0x7c8696);
    static final Colour GOOD = Colour.of(0x17803d);
    static final Colour BAD = Colour.of(0xb3232f);
    static final Colour WARN = Colour.of(0x9a5b00);
    static final Colour NOTE = Colour.of(0x1f5fae);

    static final PdfFlow.Style TITLE = new PdfFlow.Style(PdfFont.SANS_BOLD, 18, TEXT);
    static final PdfFlow.Style SUMMARY = new PdfFlow.Style(PdfFont.SANS, 11, TEXT);
    static final PdfFlow.Style HEADING = new PdfFlow.Style(PdfFont.SANS_BOLD, 12.5, TEXT);
    static final PdfFlow.Style LABEL = new PdfFlow.Style(PdfFont.SANS_BOLD, 9.5, QUIET);
    static final PdfFlow.Style BODY = new PdfFlow.Style(PdfFont.SANS, 9.5, TEXT);
    static final PdfFlow.Style BOLD = new PdfFlow.Style(PdfFont.SANS_BOLD, 9.5, TEXT);
    static final PdfFlow.Style SMALL = new PdfFlow.Style(PdfFont.SANS, 8, QUIET);
    static final PdfFlow.Style SMALL_BOLD = new PdfFlow.Style(PdfFont.SANS_BOLD, 8.5, TEXT);
    static final PdfFlow.Style CELL = new PdfFlow.Style(PdfFont.SANS, 8.5, TEXT);
    static final PdfFlow.Style CELL_HEAD = new PdfFlow.Style(PdfFont.SANS_BOLD, 8.5, QUIET);
    static final PdfFlow.Style COMMAND = new PdfFlow.Style(PdfFont.MONO, 8.5, TEXT);
    static final PdfFlow.Style LEAD = new PdfFlow.Style(PdfFont.MONO, 8.5, QUIET);

    private PdfLook() { }

    static Colour of(Sheet sheet) {
        return switch (sheet.status()) {
            case HEALTHY -> sheet.inPart() ? NOTE : GOOD;
            case DEGRADED -> WARN;
            case FAULT -> BAD;
            case UNDECIDED -> NOTE;
        };
    }

    static Colour soft(Sheet sheet) {
        return Colour.of(switch (sheet.status()) {
            case HEALTHY -> sheet.inPart() ? 0xe7f0fb : 0xe4f5ea;
            case DEGRADED -> 0xfdf1dc;
            case FAULT -> 0xfdebec;
            case UNDECIDED -> 0xe7f0fb;
        });
    }

    static Colour of(StageStatus status) {
        return switch (status) {
            case OK -> GOOD;
            case INFO -> NOTE;
            case WARNING -> WARN;
            case FAULT -> BAD;
            case NOT_RUN, NOT_MEASURED -> OFF;
        };
    }

    static Colour soft(StageStatus status) {
        return Colour.of(switch (status) {
            case OK -> 0xe4f5ea;
            case INFO -> 0xe7f0fb;
            case WARNING -> 0xfdf1dc;
            case FAULT -> 0xfdebec;
            case NOT_RUN, NOT_MEASURED -> 0xeef0f3;
        });
    }

    static Colour of(Block.Mark mark) {
        return switch (mark) {
            case PASSED -> GOOD;
            case FAILED -> BAD;
            case WARNING -> WARN;
            case NOTE, UNKNOWN -> NOTE;
            case NONE -> OFF;
        };
    }

    static Block.Mark mark(StageStatus status) {
        return switch (status) {
            case OK -> Block.Mark.PASSED;
            case INFO -> Block.Mark.NOTE;
            case WARNING -> Block.Mark.WARNING;
            case FAULT -> Block.Mark.FAILED;
            case NOT_RUN -> Block.Mark.NONE;
            case NOT_MEASURED -> Block.Mark.UNKNOWN;
        };
    }

    static Block.Mark mark(Sheet sheet) {
        return switch (sheet.status()) {
            case HEALTHY -> sheet.inPart() ? Block.Mark.NOTE : Block.Mark.PASSED;
            case DEGRADED -> Block.Mark.WARNING;
            case FAULT -> Block.Mark.FAILED;
            case UNDECIDED -> Block.Mark.UNKNOWN;
        };
    }

    /** Within a square of {@code size} round this point. */
    static void sign(Canvas page, Block.Mark mark, Colour colour, double x, double y, double size) {
        double half = size / 2;
        double thick = size / 7;
        switch (mark) {
            case PASSED -> page.line(colour, thick, List.of(), x - half * .8, y, x - half * .2, y + half * .6, x + half * .8, y - half * .65);
            case FAILED -> {
                page.line(colour, thick, List.of(), x - half * .65, y - half * .65, x + half * .65, y + half * .65);
                page.line(colour, thick, List.of(), x - half * .65, y + half * .65, x + half * .65, y - half * .65);
            }
            case WARNING -> {
                page.line(colour, thick, List.of(), x, y - half * .75, x, y + half * .15);
                page.line(colour, thick * 1.2, List.of(), x, y + half * .7, x, y + half * .71);
            }
            case NOTE -> {
                page.line(colour, thick, List.of(), x, y - half * .1, x, y + half * .75);
                page.line(colour, thick * 1.2, List.of(), x, y - half * .7, x, y - half * .69);
            }
            case UNKNOWN -> {
                page.curve(colour, thick, x - half * .5, y - half * .3, x - half * .5, y - half, x + half * .5, y - half, x + half * .5, y - half * .3,
                    x + half * .5, y + half * .05, x, y, x, y + half * .3);
                page.line(colour, thick * 1.2, List.of(), x, y + half * .8, x, y + half * .81);
            }
            case NONE -> page.circle(colour, colour, 0, x, y, size / 6);
        }
    }
}
