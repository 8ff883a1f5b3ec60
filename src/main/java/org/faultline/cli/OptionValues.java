package org.faultline.cli;

import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.alert.Wishes;
import org.faultline.model.Stage;
import org.faultline.report.format.Formats;
import org.faultline.report.format.ReportFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read; what does not fit is refused with what would be right. */
final class OptionValues {

    private OptionValues() { }

    static final class OfStage implements ITypeConverter<Stage> {
        @Override
        public Stage convert(String text) {
            return Stage.of(text).filter(Stage.PATH::contains).orElseThrow(() -> new TypeConversionException("'" + text + "' is not a stage; the stages are "
                + Stage.PATH.stream().map(Stage::id).collect(Collectors.joining(", "))));
        }
    }

    /** {@code 30s}, {@code 1500ms} or {@code 2m}; more than nothing and at most an hour. */
    static final class OfDuration implements ITypeConverter<Duration> {

        private static final long LONGEST_MS = 3_600_000;

        @Override
        public Duration convert(String text) {
            long ms = milliseconds(text);
            if (ms < 1 || ms > LONGEST_MS) {
                throw new TypeConversionException("'" + text + "' is not between 1ms and 60m");
            }
            return Duration.ofMillis(ms);
        }

        private static long milliseconds(String text) {
            for (Unit unit : Unit.ALL) {
                String number = text.endsWith(unit.name) ? text.substring(0, text.length() - unit.name.length()) : "";
                if (number.matches("[0-9]{1,9}(\\.[0-9]{1,3})?")) {
                    return new BigDecimal(number).multiply(BigDecimal.valueOf(unit.milliseconds)).longValue();
                }
            }
            throw new TypeConversionException("'" + text + "' is not a duration such as 30s, 1500ms or 2m");
        }

        private record Unit(String name, long milliseconds) {
            /** {@code ms} first, since it also ends with an s. */
            private static final List<Unit> ALL = List.of(new Unit("ms", 1), new Unit("s", 1_000), new Unit("m", 60_000));
        }
    }

    static final class OfFormat implements ITypeConverter<ReportFormat> {
        @Override
        public ReportFormat convert(String text) {
            return Formats.of(text).orElseThrow(() -> new TypeConversionException("'" + text + "' is not a format; the formats are " + Formats.ids()));
        }
    }

    static final class OfLanguage implements ITypeConverter<Locale> {
        @Override
        public Locale convert(String text) {
            return Stream.of(Locale.ENGLISH, Locale.GERMAN).filter(locale -> locale.getLanguage().equals(text)).findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not a language that this version has; it has en and de"));
        }
    }

    /** {@code 127.0.0.1:9469}, {@code localhost:9469} or {@code [::1]:9469}: nothing that others could reach. */
    static final class OfLoopback implements ITypeConverter<InetSocketAddress> {
        @Override
        public InetSocketAddress convert(String text) {
            return Wishes.loopback(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not a loopback address with a port, such as 127.0.0.1:9469"));
        }
    }

    static final class OfColour implements ITypeConverter<ColourChoice> {
        @Override
        public ColourChoice convert(String text) {
            return Arrays.stream(ColourChoice.values()).filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(text)).findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of auto, always, never"));
        }
    }
}
