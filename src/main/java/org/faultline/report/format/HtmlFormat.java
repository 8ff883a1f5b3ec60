package org.faultline.report.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.model.Report;
import org.faultline.model.StageStatus;
import org.faultline.report.Block;
import org.faultline.report.PathStop;
import org.faultline.report.ReportSheet;
import org.faultline.report.Sheet;
import org.faultline.report.Sign;
import org.faultline.report.SvgTree;

/**
 * One HTML file that needs nothing beside it: no script, no picture, font or address outside it, light and dark by what the reader
 * prefers, and paper when printed. Its own Content-Security-Policy allows its style sheets, by their hashes, and nothing else.
 */
public final class HtmlFormat implements ReportFormat {

    private static final Pattern WIDTH = Pattern.compile("<svg [^>]*\\bwidth=\"([0-9.]+)\"");

    /** 60 rem, the least width to which the style sheet shrinks a picture. */
    private static final double WIDE = 960;

    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    @Override
    public String id() {
        return "html";
    }

    @Override
    public String ending() {
        return "html";
    }

    @Override
    public String mediaType() {
        return "text/html; charset=utf-8";
    }

    @Override
    public boolean translated() {
        return true;
    }

    @Override
    public byte[] write(Report report, Locale locale) {
        Sheet sheet = ReportSheet.of(report, locale);
        String tree = SvgTree.of(report.diagnosis(), locale);
        String style = "<style>" + styleSheet() + "</style>";
        Markup page = new Markup().raw("<!DOCTYPE html>\n").open("html", "lang", locale.toLanguageTag()).line();
        head(page, sheet, report, style, policy(style + tree));
        page.open("body", "class", sheet.inPart() ? sheet.status().id() + " part" : sheet.status().id()).line();
        header(page, sheet);
        page.open("main").line();
        path(page, sheet);
        page.element("p", sheet.summary(), "class", "summary").line();
        sheet.sections().forEach(section -> section(page, section, tree));
        page.close().line().element("footer", sheet.origin()).line().close().line().close().line();
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void head(Markup page, Sheet sheet, Report report, String style, String policy) {
        page.open("head").line().empty("meta", "charset", "utf-8").line()
            .empty("meta", "http-equiv", "Content-Security-Policy", "content", policy).line()
            .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line()
            .empty("meta", "name", "color-scheme", "content", "light dark").line()
            .empty("meta", "name", "referrer", "content", "no-referrer").line()
            .empty("meta", "name", "generator", "content", "faultline " + report.toolVersion()).line()
            .element("title", sheet.title() + " – " + sheet.name()).line().raw(style).line().close().line();
    }

    private static String policy(String markup) {
        Matcher styles = STYLE.matcher(markup);
        String hashes = Stream.iterate(styles.find(), found -> found, _ -> styles.find()).map(_ -> "'sha256-" + hash(styles.group(1)) + "'")
            .distinct().collect(Collectors.joining(" "));
        return "default-src 'none'; style-src " + hashes + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String styleSheet() {
        try (InputStream bytes = HtmlFormat.class.getResourceAsStream("report.css")) {
            return "\n" + new String(bytes.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read report.css", e);
        }
    }

    private static void header(Markup page, Sheet sheet) {
        page.open("header").line().open("p", "class", "badge").element("span", sheet.inPart() ? "i" : Sign.of(sheet.status()), "class", "mark", "aria-hidden", "true")
            .text(" ").element("strong", sheet.word()).text(" · ").element("span", sheet.place()).close().line()
            .element("h1", sheet.title()).line().element("p", sheet.name(), "class", "name").line().close().line();
    }

    /** Before the first stop there is no way that could be drawn broken; the words below say where it breaks. */
    private static void path(Markup page, Sheet sheet) {
        page.open("ol", "class", "path").line();
        for (PathStop stop : sheet.path()) {
            String gap = stop == sheet.path().getFirst() ? "" : stop.before().map(found -> found.broken() ? " broken" : " trouble").orElse(stop.cutOff() ? " beyond" : "");
            page.open("li", "class", stop.state().id() + gap);
            page.element("span", dot(stop.state()), "class", "dot", "aria-hidden", "true").element("b", stop.name()).text(" ")
                .element("span", stop.status(), "class", "status").text(" ").element("span", stop.fact(), "class", "fact");
            page.close().line();
        }
        page.close().line();
        sheet.path().stream().flatMap(stop -> stop.before().stream()).forEach(gap ->
            page.element("p", (gap.broken() ? "✘ " : "≈ ") + gap.words(), "class", gap.broken() ? "gap broken" : "gap trouble").line());
    }

    /** The note's own ring is that of its dot. */
    private static String dot(StageStatus status) {
        return status == StageStatus.INFO ? "i" : Sign.of(status);
    }

    private static void section(Markup page, Sheet.Section section, String tree) {
        page.open("section").line().element("h2", section.heading()).line();
        section.blocks().forEach(block -> block(page, block, tree));
        page.close().line();
    }

    private static void block(Markup page, Block block, String tree) {
        switch (block) {
            case Block.Paragraph(String text) -> page.element("p", text);
            case Block.Steps(var steps) -> steps(page, steps);
            case Block.Items(String label, var items) -> items(page, label, items);
            case Block.Table table -> table(page, table);
            case Block.Tree() -> page.open("figure", "class", narrow(tree) ? "narrow" : "wide").raw(tree).close();
        }
        page.line();
    }

    /** One that fits beside the text keeps its size: blown up to the width of the page it would be a poster. */
    private static boolean narrow(String tree) {
        Matcher width = WIDTH.matcher(tree);
        return width.find() && Double.parseDouble(width.group(1)) < WIDE;
    }

    private static void steps(Markup page, List<Block.Step> steps) {
        page.open("ol", "class", "steps").line();
        for (Block.Step step : steps) {
            page.open("li").element("span", step.who(), "class", "who").text(" " + step.text());
            step.command().ifPresent(command -> page.open("pre").element("code", command).close());
            page.close().line();
        }
        page.close();
    }

    private static void items(Markup page, String label, List<Block.Item> items) {
        label(page, label);
        page.open("ul", "class", "items").line();
        for (Block.Item item : items) {
            page.open("li", "class", item.mark().name().toLowerCase(Locale.ROOT));
            if (!item.lead().isEmpty()) {
                page.element("span", item.lead(), "class", "lead").text(" ");
            }
            page.text(item.text()).close().line();
        }
        page.close();
    }

    private static void label(Markup page, String label) {
        if (!label.isEmpty()) {
            page.element("h3", label).line();
        }
    }

    private static void table(Markup page, Block.Table table) {
        label(page, table.label());
        page.open("div", "class", "table").open("table").line().open("thead").open("tr");
        table.columns().forEach(column -> page.element("th", column, "scope", "col"));
        page.close().close().line().open("tbody").line();
        for (List<String> row : table.rows()) {
            page.open("tr");
            row.forEach(cell -> page.element("td", cell));
            page.close().line();
        }
        page.close().close().close();
    }
}
