package org.faultline.report.format;

import java.util.List;
import java.util.Locale;
import org.faultline.model.Report;
import org.faultline.report.Block;
import org.faultline.report.ReportSheet;
import org.faultline.report.Sheet;
import org.faultline.report.Texts;
import org.faultline.report.pdf.Canvas;
import org.faultline.report.pdf.Colour;
import org.faultline.report.pdf.PdfDocument;
import org.faultline.report.pdf.PdfFont;
import org.faultline.report.pdf.Tag;
import org.faultline.report.picture.Area;

/** One document while it is drawn. */
final class PdfSheet {

    private static final double LEFT = PdfFlow.LEFT;
    private static final double RIGHT = PdfFlow.RIGHT;

    /** A heading, and a label with the first of what it names. */
    private static final double HEADING = 30;
    private static final double LABELLED = 99;

    private final Sheet sheet;
    private final Texts labels;
    private final PdfDocument document;
    private final PdfFlow flow;
    private final PdfTree tree;

    PdfSheet(Report report, Locale locale) {
        this.sheet = ReportSheet.of(report, locale);
        this.labels = new Texts("report", locale);
        this.document = new PdfDocument(new PdfDocument.About(sheet.title() + " – " + sheet.name(), locale.toLanguageTag(),
            "faultline " + report.toolVersion(), report.started()));
        this.flow = new PdfFlow(document);
        this.tree = new PdfTree(report, locale, flow.page());
    }

    byte[] bytes() {
        Tag root = document.root();
        header(root);
        new PdfPath(flow, sheet.path()).draw(root);
        flow.paragraph(root.child("P"), PdfLook.SUMMARY, LEFT, RIGHT, sheet.summary());
        sheet.sections().forEach(section -> section(root, section));
        flow.down(14);
        flow.paragraph(root.child("P"), PdfLook.SMALL, LEFT, RIGHT, sheet.origin());
        flow.finish();
        numberPages();
        return document.bytes();
    }

    private void header(Tag root) {
        List<String> title = PdfFlow.wrapped(sheet.title(), PdfLook.TITLE, RIGHT - LEFT - 36);
        List<String> name = PdfFlow.wrapped(sheet.name(), PdfLook.BODY, RIGHT - LEFT - 36);
        double height = 38 + title.size() * PdfLook.TITLE.leading() + name.size() * PdfLook.BODY.leading();
        Colour colour = PdfLook.of(sheet);
        double top = flow.y();
        flow.page().decoration(() -> {
            flow.page().box(PdfLook.soft(sheet), PdfLook.LINE, .5, LEFT, top, RIGHT - LEFT, height, 7);
            flow.page().circle(colour, colour, 0, LEFT + 24, top + 22, 7.5);
            PdfLook.sign(flow.page(), PdfLook.mark(sheet), PdfLook.PAPER, LEFT + 24, top + 22, 9);
        });
        flow.down(16);
        flow.line(root.child("P"), PdfLook.BOLD.in(colour), LEFT + 38, sheet.word() + " \u00b7 " + sheet.place());
        flow.down(PdfLook.BODY.leading() + 2);
        flow.lines(root.child("H1"), PdfLook.TITLE, LEFT + 18, title);
        flow.lines(root.child("P"), PdfLook.BODY.in(PdfLook.QUIET), LEFT + 18, name);
        document.bookmark(sheet.title(), flow.page(), top);
        flow.down(top + height + 18 - flow.y());
    }

    private void section(Tag root, Sheet.Section section) {
        if (section.blocks().contains(new Block.Tree()) && !tree.fitsUpright()) {
            flow.beforeNextPage(() -> treeAcross(root, section.heading()));
            return;
        }
        flow.down(16);
        flow.keep(HEADING + first(section.blocks().getFirst()));
        double y = flow.y();
        flow.page().decoration(() -> flow.page().line(PdfLook.LINE, .5, List.of(), LEFT, y - 6, RIGHT, y - 6));
        document.bookmark(section.heading(), flow.page(), y - 6);
        flow.lines(root.child("H2"), PdfLook.HEADING, LEFT, List.of(section.heading()));
        flow.down(4);
        section.blocks().forEach(block -> block(root, block));
    }

    /** What of a section must stand below its heading, so that no heading stands alone. */
    private double first(Block block) {
        return switch (block) {
            case Block.Paragraph _, Block.Steps _ -> 2 * PdfLook.BODY.leading();
            case Block.Items(String label, var _) -> label.isEmpty() ? 2 * PdfLook.BODY.leading() : LABELLED;
            case Block.Table table -> table.label().isEmpty() ? 3 * PdfLook.BODY.leading() : LABELLED;
            case Block.Tree _ -> 10 + treeHeight();
        };
    }

    /** On a page of its own, turned by a quarter. */
    private void treeAcross(Tag root, String heading) {
        Canvas page = document.page(PdfFlow.HEIGHT, PdfFlow.WIDTH);
        document.bookmark(heading, page, PdfFlow.MARGIN - 10);
        page.tagged(root.child("H2"), () -> page.text(PdfLook.HEADING.font(), PdfLook.HEADING.size(), PdfLook.HEADING.colour(), LEFT, PdfFlow.MARGIN, heading));
        tree.draw(root.child("Figure", alternative()), page, new Area(LEFT - 15, PdfFlow.MARGIN + 14, page.width() - 2 * LEFT + 30, page.height() - PdfFlow.MARGIN - 64));
    }

    private void block(Tag root, Block block) {
        switch (block) {
            case Block.Paragraph(String text) -> flow.paragraph(root.child("P"), PdfLook.BODY, LEFT, RIGHT, text);
            case Block.Steps(var steps) -> steps(root.child("L"), steps);
            case Block.Items(String label, var items) -> {
                label(root, label);
                Tag list = root.child("L");
                items.forEach(item -> item(list.child("LI"), item));
            }
            case Block.Table table -> {
                label(root, table.label());
                new PdfTable(flow, table).draw(root);
            }
            case Block.Tree() -> treeUpright(root);
        }
        flow.down(3);
    }

    private void label(Tag root, String label) {
        if (!label.isEmpty()) {
            flow.down(4);
            flow.keep(LABELLED - 4);
            flow.paragraph(root.child("H3"), PdfLook.LABEL, LEFT, RIGHT, label);
            flow.down(2);
        }
    }

    private void steps(Tag list, List<Block.Step> steps) {
        int number = 1;
        for (Block.Step step : steps) {
            Tag item = list.child("LI");
            flow.keep(2 * PdfLook.BODY.leading());
            flow.line(item.child("Lbl"), PdfLook.BOLD.in(PdfLook.QUIET), LEFT + 4, number++ + ".");
            Tag body = item.child("LBody");
            flow.paragraph(body, PdfLook.BODY, LEFT + 22, RIGHT, step.who() + ": " + step.text());
            step.command().ifPresent(command -> command(body, command));
            flow.down(3.5);
        }
    }

    private void command(Tag body, String command) {
        List<String> lines = PdfFlow.wrapped(command, PdfLook.COMMAND, RIGHT - LEFT - 40);
        double height = lines.size() * PdfLook.COMMAND.leading() + 7;
        flow.keep(height + 4);
        double top = flow.y() + 2;
        if (height < flow.room()) {
            flow.page().decoration(() -> flow.page().box(PdfLook.CODE, PdfLook.CODE, 0, LEFT + 22, top, RIGHT - LEFT - 22, height, 3));
        }
        flow.down(5.5);
        flow.lines(body.child("Code"), PdfLook.COMMAND, LEFT + 30, lines);
        flow.down(3.5);
    }

    private void item(Tag item, Block.Item words) {
        flow.keep(PdfLook.BODY.leading());
        double y = flow.y() + PdfLook.BODY.size() * .64;
        flow.page().decoration(() -> PdfLook.sign(flow.page(), words.mark(), PdfLook.of(words.mark()), LEFT + 8, y, 7));
        double left = LEFT + 22;
        if (!words.lead().isEmpty()) {
            flow.line(item.child("Lbl"), PdfLook.LEAD, left, words.lead());
            left += Math.max(26, PdfLook.LEAD.font().width(words.lead(), PdfLook.LEAD.size()) + 6);
        }
        flow.paragraph(item.child("LBody"), PdfLook.BODY, Math.min(left, RIGHT - 150), RIGHT, words.text());
        flow.down(1.5);
    }

    private void treeUpright(Tag root) {
        double height = treeHeight();
        flow.keep(height);
        tree.draw(root.child("Figure", alternative()), flow.page(), new Area(LEFT, flow.y(), RIGHT - LEFT, height));
        flow.down(height);
    }

    /** Beneath its heading on one page. */
    private double treeHeight() {
        return tree.height(RIGHT - LEFT, PdfFlow.wholePage() - 40);
    }

    private String alternative() {
        return labels.get("tree.alt", sheet.word(), sheet.title());
    }

    private void numberPages() {
        int count = document.pages().size();
        int number = 1;
        for (Canvas page : document.pages()) {
            String words = labels.get("document.page", number++, count);
            double y = page.height() - 32;
            page.decoration(() -> {
                page.text(PdfFont.SANS, 8, PdfLook.QUIET, LEFT, y, PdfFlow.wrapped(sheet.name(), PdfLook.SMALL, page.width() - 220).getFirst());
                page.text(PdfFont.SANS, 8, PdfLook.QUIET, page.width() - LEFT - PdfFont.SANS.width(words, 8), y, words);
            });
        }
    }
}
