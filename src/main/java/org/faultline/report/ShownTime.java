package org.faultline.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;

/** How moments are written: exactly and alike everywhere for files and terminals, as on the clock on the wall for whoever sits at this computer. */
public record ShownTime(Function<Instant, String> words) {

    /** {@code 2026-11-23T08:00:00Z}: what is sent to others means the same there. */
    public static final ShownTime UNIVERSAL = new ShownTime(at -> at.truncatedTo(ChronoUnit.SECONDS).toString());

    /** Of this zone, as people of this language write it: {@code 23 Nov 2026, 09:00:12}. */
    public static ShownTime local(ZoneId zone, Locale locale) {
        return new ShownTime(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(locale).withZone(zone)::format);
    }

    public String of(Instant at) {
        return words.apply(at);
    }
}
