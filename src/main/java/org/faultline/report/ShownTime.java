package org.faultline.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * How people are told a moment, everywhere alike: in the order of their language, to the second, and always with its zone as an offset, since names
 * such as CST or IST stand for several. {@code 26 Nov 2026, 22:54:58 UTC+1}, in German {@code 26.11.2026, 22:54:58 UTC+1}. Programs get ISO 8601 instead.
 *
 * @param zone whose clock is told
 */
public record ShownTime(ZoneId zone, Locale locale) {

    /** For whoever sits at this computer, in its terminal and its window: as on the clock on the wall. */
    public static ShownTime here(Locale locale) {
        return new ShownTime(ZoneId.systemDefault(), locale);
    }

    /** For files and texts that are handed on: the same report is the same text on every computer, and does not tell where in the world this one stands. */
    public static ShownTime universal(Locale locale) {
        return new ShownTime(ZoneOffset.UTC, locale);
    }

    /** Date, time and zone. */
    public String of(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        return date(there) + ", " + clock(there) + " " + zone(there.getOffset());
    }

    /** What belongs to something that began at another moment, which is told whole: on the same day the time alone. */
    public String of(Instant at, Instant began) {
        return at.atZone(zone).toLocalDate().equals(began.atZone(zone).toLocalDate()) ? clock(at) : of(at);
    }

    /** The time alone, beside a date that stands elsewhere. */
    public String clock(Instant at) {
        return clock(at.atZone(zone));
    }

    /** By hand: a formatter with a pattern costs a cold program some hundredths of a second. */
    private String date(ZonedDateTime there) {
        if (locale.getLanguage().equals(Locale.GERMAN.getLanguage())) {
            return two(there.getDayOfMonth()) + "." + two(there.getMonthValue()) + "." + there.getYear();
        }
        String month = there.getMonth().name();
        return there.getDayOfMonth() + " " + month.charAt(0) + month.substring(1, 3).toLowerCase(Locale.ROOT) + " " + there.getYear();
    }

    private static String clock(ZonedDateTime there) {
        return two(there.getHour()) + ":" + two(there.getMinute()) + ":" + two(there.getSecond());
    }

    /** {@code UTC}, {@code UTC+1}, {@code UTC-3:30}. */
    private static String zone(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        return "UTC" + (minutes == 0 ? "" : sign + minutes / 60 + (minutes % 60 == 0 ? "" : ":" + two(minutes % 60)));
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
