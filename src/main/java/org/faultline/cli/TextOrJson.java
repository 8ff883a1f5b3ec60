package org.faultline.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.faultline.report.TextStyle;
import picocli.CommandLine.Option;

/** The options by which commands that look at saved runs tell what they found to people or to programs. */
final class TextOrJson {

    @Option(names = "--language", paramLabel = "LANGUAGE", defaultValue = "en", converter = OptionValues.OfLanguage.class,
        description = "en or de; ${DEFAULT-VALUE} where nothing is said. JSON is the same in each.")
    private Locale language;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    Locale language() {
        return language;
    }

    void write(Terminal terminal, Function<TextStyle, String> text, Supplier<byte[]> programs) {
        try (OutputTo result = OutputTo.of(Optional.empty(), terminal)) {
            result.write(json ? programs.get() : text.apply(terminal.style(ColourChoice.NEVER)).getBytes(result.charset()));
        }
    }
}
