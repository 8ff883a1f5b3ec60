package org.faultline.cli;

import java.util.Locale;
import org.faultline.report.TextStyle;
import picocli.CommandLine.Option;

/** The options by which commands that only tell something choose how it reads. */
final class Reading {

    @Option(names = "--language", paramLabel = "LANGUAGE", defaultValue = "en", converter = OptionValues.OfLanguage.class,
        description = "en or de; ${DEFAULT-VALUE} where nothing is said.")
    private Locale language;

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto", converter = OptionValues.OfColour.class,
        description = "auto, always or never; auto honours NO_COLOR.")
    private ColourChoice colour;

    Locale language() {
        return language;
    }

    TextStyle style(Terminal terminal) {
        return terminal.style(colour);
    }
}
