package org.faultline.report.format;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every format, in the order in which people are offered them. */
public final class Formats {

    public static final List<ReportFormat> ALL = List.of(new TextFormat(), new JsonFormat(), new HtmlFormat(), new PdfFormat(),
        new MarkdownFormat(), new SvgFormat(), new PrometheusFormat(), new NagiosFormat());

    private Formats() { }

    public static Optional<ReportFormat> of(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /** The format that files with this ending have, if only one has it; the longest ending counts. */
    public static Optional<ReportFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(format -> lower.endsWith("." + format.ending())).max(Comparator.comparing(format -> format.ending().length()))
            .or(() -> lower.endsWith(".json") ? of("json") : Optional.empty());
    }

    /** {@code text, json, html, …} */
    public static String ids() {
        return ALL.stream().map(ReportFormat::id).collect(Collectors.joining(", "));
    }
}
