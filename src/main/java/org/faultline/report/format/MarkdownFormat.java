package org.faultline.report.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.faultline.model.Printable;
import org.faultline.model.Report;
import org.faultline.report.Block;
import org.faultline.report.PathStop;
import org.faultline.report.ReportSheet;
import org.faultline.report.Sheet;
import org.faultline.report.Sign;

/** GitHub-flavoured Markdown (CommonMark 0.31 with tables) for issue trackers and wikis, UTF-8. What was seen cannot become a link or a tag. */
public final class MarkdownFormat implements ReportFormat {

    @Override
    public String id() {
        return "md";
    }

    @Override
    public String ending() {
        return "md";
    }

    @Override
    public String mediaType() {
        return "text/markdown; charset=utf-8; variant=GFM";
    }

    @Override
    public boolean translated() {
        return true;
    }

    @Override
    public byte[] write(Report report, Locale locale) {
        Sheet sheet = ReportSheet.of(report, locale);
        StringBuilder text = new StringBuilder();
        text.append("# ").append(escaped(sheet.title())).append("\n\n**").append(escaped(sheet.word())).append("** · ")
            .append(escaped(sheet.place())).append("\n\n");
        sheet.path().forEach(stop -> text.append(line(stop)));
        text.append('\n').append(escaped(sheet.summary())).append('\n');
        for (Sheet.Section section : sheet.sections()) {
            List<Block> shown = section.blocks().stream().filter(block -> !(block instanceof Block.Tree)).toList();
            if (!shown.isEmpty()) {
                text.append("\n## ").append(escaped(section.heading())).append('\n');
                shown.forEach(block -> text.append('\n').append(block(block)));
            }
        }
        return text.append("\n---\n\n").append(escaped(sheet.origin())).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(PathStop stop) {
        String broken = stop.before().map(gap -> "- " + (gap.broken() ? "✘ " : "≈ ") + "**" + escaped(gap.words()) + "**\n").orElse("");
        String fact = stop.fact().isEmpty() ? "" : " — " + escaped(stop.fact());
        return broken + "- " + Sign.of(stop.state()) + " **" + escaped(stop.name()) + "** " + escaped(stop.status()) + fact + "\n";
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Paragraph(String text) -> escaped(text) + "\n";
            case Block.Steps(var steps) -> steps(steps);
            case Block.Items(String label, var items) -> label(label) + items.stream().map(MarkdownFormat::item).collect(Collectors.joining());
            case Block.Table table -> label(table.label()) + row(table.columns()) + "|" + " --- |".repeat(table.columns().size()) + "\n"
                + table.rows().stream().map(MarkdownFormat::row).collect(Collectors.joining());
            case Block.Tree() -> "";
        };
    }

    private static String label(String label) {
        return label.isEmpty() ? "" : "**" + escaped(label) + "**\n\n";
    }

    private static String steps(List<Block.Step> steps) {
        StringBuilder text = new StringBuilder();
        for (Block.Step step : steps) {
            text.append("1. ").append(escaped(step.who())).append(": ").append(escaped(step.text())).append('\n');
            step.command().ifPresent(command -> text.append("\n   ```\n   ").append(Printable.of(command).replace("```", "` ` `")).append("\n   ```\n\n"));
        }
        return text.toString();
    }

    private static String item(Block.Item item) {
        String mark = switch (item.mark()) {
            case PASSED -> "✔ ";
            case FAILED -> "✘ ";
            case WARNING -> "▲ ";
            case NOTE -> "ℹ ";
            case UNKNOWN -> "? ";
            case NONE -> "";
        };
        return "- " + mark + (item.lead().isEmpty() ? "" : "**" + escaped(item.lead()) + "** ") + escaped(item.text()) + "\n";
    }

    private static String row(List<String> cells) {
        return cells.stream().map(MarkdownFormat::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /**
     * Text that Markdown shows as it is: what marks emphasis, code, links, tags, entities and tables gets a backslash, and so does what
     * would make an address a link of its own ({@code https://}, {@code www.}, {@code @}) or a line a list, a heading or a rule.
     */
    static String escaped(String text) {
        String safe = Printable.of(text).replaceAll("([\\\\`*_\\[\\]<>|~&#@$])", "\\\\$1").replace("://", "\\://").replaceAll("(?i)(www)\\.", "$1\\\\.");
        return safe.replaceAll("^(\\s*)([-+=])", "$1\\\\$2").replaceAll("^(\\s*\\d+)([.)])(?=\\s|$)", "$1\\\\$2");
    }
}
