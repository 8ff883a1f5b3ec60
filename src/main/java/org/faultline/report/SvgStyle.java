package org.faultline.report;

import java.util.List;
import java.util.stream.Collectors;

/** The looks of {@link SvgTree} in light and dark. The colours are spelt out, since many programs that show SVG know no CSS variables. */
final class SvgStyle {

    /** @param states colour and filling of each state that was walked */
    private record Theme(String sheet, String ink, String soft, String line, String fill, String onFault, String onWarning, List<Look> states) { }

    private record Look(String state, String colour, String filling) { }

    private static final Theme LIGHT = new Theme("#ffffff", "#1b2330", "#5d6675", "#c9d0da", "#f5f7fa", "#ffffff", "#ffffff", List.of(
        new Look("good", "#177245", "#e4f4ea"), new Look("fault", "#b3202c", "#fde9e9"), new Look("warning", "#8a5a00", "#fdf1d8"),
        new Look("info", "#1f55c4", "#e8effc"), new Look("unknown", "#6b4fa0", "#f2edfa"), new Look("neutral", "#4a5568", "#eef1f5")));

    private static final Theme DARK = new Theme("#1b212b", "#e8ebf0", "#a2abb9", "#414b59", "#151a22", "#1b0c0c", "#1d1402", List.of(
        new Look("good", "#4fc286", "#163526"), new Look("fault", "#ff7b7b", "#45201f"), new Look("warning", "#f0b54a", "#3d2f12"),
        new Look("info", "#82aaff", "#1c2b49"), new Look("unknown", "#b99cf0", "#2d2545"), new Look("neutral", "#a9b4c4", "#262e3a")));

    private static final String SHAPES = """

        text{font:13px Inter,"Segoe UI",Helvetica,Arial,"DejaVu Sans",sans-serif;text-anchor:middle}
        .label{font-size:11.3px}.label.walked{font-weight:600}.strong{font-weight:700}
        .e{fill:none;stroke-width:1.3;stroke-linejoin:round}.e.walked{stroke-width:3}.e.thin{stroke-width:1}.e.thin.walked{stroke-width:1.8}
        rect{stroke-width:1.3}rect.walked{stroke-width:2}.sheet{stroke:none}
        .mark{fill:none;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
        .e.unknown.walked,rect.unknown.walked{stroke-dasharray:6 4}
        """;

    static final String CSS = SHAPES + colours(LIGHT) + "@media(prefers-color-scheme:dark){" + colours(DARK) + "}\n";

    private SvgStyle() { }

    private static String colours(Theme theme) {
        return """
            text{fill:%2$s}.text.quiet,.label{fill:%3$s}.e{stroke:%4$s}rect{fill:%5$s;stroke:%4$s}
            .sheet,.stage.quiet,.question.quiet{fill:%1$s}.mark{stroke:%3$s}
            """.formatted(theme.sheet, theme.ink, theme.soft, theme.line, theme.fill)
            + theme.states.stream().map(SvgStyle::colours).collect(Collectors.joining())
            + strong("fault", theme.states.get(1).colour, theme.onFault) + strong("warning", theme.states.get(2).colour, theme.onWarning);
    }

    private static String colours(Look look) {
        return "rect.%1$s.walked{fill:%3$s;stroke:%2$s}.e.%1$s.walked,.mark.%1$s.walked{stroke:%2$s}.label.%1$s.walked{fill:%2$s}\n"
            .formatted(look.state, look.colour, look.filling);
    }

    private static String strong(String state, String colour, String on) {
        return "rect.strong.%1$s{fill:%2$s}.text.strong.%1$s{fill:%3$s}.mark.strong.%1$s{stroke:%3$s}\n".formatted(state, colour, on);
    }
}
