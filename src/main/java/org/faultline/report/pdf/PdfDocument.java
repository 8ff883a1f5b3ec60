package org.faultline.report.pdf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A document while it is drawn: its pages, its structure, its bookmarks. The same drawing gives the same bytes. */
public final class PdfDocument {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * @param language as in {@code de} (RFC 3066)
     * @param producer program that wrote it
     */
    public record About(String title, String language, String producer, Instant created) { }

    /** A bookmark to a place on a page. */
    private record Bookmark(String title, Canvas page, double y) { }

    private final About about;
    private final Tag root = new Tag("Document", "");
    private final List<Canvas> pages = new ArrayList<>();
    private final List<Bookmark> bookmarks = new ArrayList<>();

    public PdfDocument(About about) {
        this.about = about;
    }

    /** The element that holds all others. */
    public Tag root() {
        return root;
    }

    /** Adds a page of this size in points. */
    public Canvas page(double width, double height) {
        Canvas page = new Canvas(pages.size(), width, height);
        pages.add(page);
        return page;
    }

    public List<Canvas> pages() {
        return List.copyOf(pages);
    }

    public void bookmark(String title, Canvas page, double y) {
        bookmarks.add(new Bookmark(title, page, y));
    }

    /** The whole file. */
    public byte[] bytes() {
        PdfFile file = new PdfFile();
        int catalog = file.reserve();
        int tree = file.reserve();
        int fonts = fonts(file);
        List<Integer> numbers = pages.stream().map(_ -> file.reserve()).toList();
        for (Canvas page : pages) {
            int content = file.stream("", page.content());
            file.put(numbers.get(pages.indexOf(page)), "<</Type /Page /Parent " + tree + " 0 R /MediaBox [0 0 " + Numbers.of(page.width()) + " "
                + Numbers.of(page.height()) + "] /Resources <</Font " + fonts + " 0 R>> /Contents " + content + " 0 R /StructParents "
                + pages.indexOf(page) + " /Tabs /S>>");
        }
        file.put(tree, "<</Type /Pages /Kids [" + references(numbers) + "] /Count " + pages.size() + ">>");
        int structure = structure(file, numbers);
        int outline = outline(file, numbers);
        file.put(catalog, "<</Type /Catalog /Version /1.7 /Pages " + tree + " 0 R /Lang " + PdfText.unicode(about.language()) + " /MarkInfo <</Marked true>>"
            + " /StructTreeRoot " + structure + " 0 R /Outlines " + outline + " 0 R /ViewerPreferences <</DisplayDocTitle true>>"
            + " /Metadata " + metadata(file) + " 0 R>>");
        int info = file.add("<</Title " + PdfText.unicode(about.title()) + " /Producer " + PdfText.unicode(about.producer()) + " /CreationDate ("
            + DATE.format(about.created()) + ")>>");
        return file.bytes(catalog, info);
    }

    private static int fonts(PdfFile file) {
        StringBuilder fonts = new StringBuilder("<<");
        for (PdfFont font : PdfFont.values()) {
            fonts.append('/').append(font.resource()).append(' ').append(file.add("<</Type /Font /Subtype /Type1 /BaseFont /" + font.baseName()
                + " /Encoding /WinAnsiEncoding>>")).append(" 0 R ");
        }
        return file.add(fonts.append(">>").toString());
    }

    private int structure(PdfFile file, List<Integer> pageNumbers) {
        int top = file.reserve();
        Map<Tag, Integer> numbers = new HashMap<>();
        element(file, root, top, pageNumbers, numbers);
        String parents = IntStream.range(0, pages.size()).mapToObj(page -> page + " [" + references(pages.get(page).marks().stream().map(numbers::get).toList())
            + "]").collect(Collectors.joining(" "));
        int parentTree = file.add("<</Nums [" + parents + "]>>");
        file.put(top, "<</Type /StructTreeRoot /K " + numbers.get(root) + " 0 R /ParentTree " + parentTree + " 0 R /ParentTreeNextKey " + pages.size() + ">>");
        return top;
    }

    private static void element(PdfFile file, Tag tag, int parent, List<Integer> pageNumbers, Map<Tag, Integer> numbers) {
        int own = file.reserve();
        numbers.put(tag, own);
        StringBuilder kids = new StringBuilder();
        for (Object kid : tag.kids()) {
            switch (kid) {
                case Tag child -> {
                    element(file, child, own, pageNumbers, numbers);
                    kids.append(numbers.get(child)).append(" 0 R ");
                }
                case Tag.Marked(int page, int mark) ->
                    kids.append("<</Type /MCR /Pg ").append(pageNumbers.get(page)).append(" 0 R /MCID ").append(mark).append(">> ");
                default -> throw new IllegalStateException("an element holds elements and marks only");
            }
        }
        file.put(own, "<</Type /StructElem /S /" + tag.type() + " /P " + parent + " 0 R /K [" + kids + "]" + extras(tag) + ">>");
    }

    private static String extras(Tag tag) {
        String alternative = tag.alternative().isEmpty() ? "" : " /Alt " + PdfText.unicode(tag.alternative());
        String scope = tag.type().equals("TH") ? " /A <</O /Table /Scope /Column>>" : "";
        String box = tag.box().isEmpty() ? "" : " /A <</O /Layout /Placement /Block /BBox ["
            + tag.box().stream().map(Numbers::of).collect(Collectors.joining(" ")) + "]>>";
        return alternative + scope + box;
    }

    private int outline(PdfFile file, List<Integer> pageNumbers) {
        int top = file.reserve();
        List<Integer> items = bookmarks.stream().map(_ -> file.reserve()).toList();
        for (int at = 0; at < items.size(); at++) {
            Bookmark mark = bookmarks.get(at);
            file.put(items.get(at), "<</Title " + PdfText.unicode(mark.title()) + " /Parent " + top + " 0 R"
                + (at > 0 ? " /Prev " + items.get(at - 1) + " 0 R" : "") + (at + 1 < items.size() ? " /Next " + items.get(at + 1) + " 0 R" : "")
                + " /Dest [" + pageNumbers.get(pages.indexOf(mark.page())) + " 0 R /XYZ null " + Numbers.of(mark.page().height() - mark.y()) + " null]>>");
        }
        file.put(top, "<</Type /Outlines /Count " + items.size() + (items.isEmpty() ? "" : " /First " + items.getFirst() + " 0 R /Last "
            + items.getLast() + " 0 R") + ">>");
        return top;
    }

    private int metadata(PdfFile file) {
        String created = about.created().truncatedTo(ChronoUnit.SECONDS).toString();
        String xmp = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <pdf:Producer>%s</pdf:Producer><xmp:CreateDate>%s</xmp:CreateDate>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>""".formatted(xml(about.language()), xml(about.title()), xml(about.producer()), created);
        return file.plainStream("/Type /Metadata /Subtype /XML", xmp.getBytes(StandardCharsets.UTF_8));
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String references(List<Integer> numbers) {
        return numbers.stream().map(number -> number + " 0 R").collect(Collectors.joining(" "));
    }
}
