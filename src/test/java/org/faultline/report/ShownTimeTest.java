package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One form of moments for people: in the order of their language, and never without the zone. */
@Execution(ExecutionMode.CONCURRENT)
class ShownTimeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-11-26T21:54:58.999Z | Europe/Berlin      | 26 Nov 2026, 22:54:58 UTC+1    | 26.11.2026, 22:54:58 UTC+1",
        "2026-06-30T22:00:00Z     | Europe/Berlin      | 1 Jul 2026, 00:00:00 UTC+2     | 01.07.2026, 00:00:00 UTC+2",
        "2026-11-26T21:54:58Z     | Z                  | 26 Nov 2026, 21:54:58 UTC      | 26.11.2026, 21:54:58 UTC",
        "2026-01-01T02:03:04Z     | America/St_Johns   | 31 Dec 2025, 22:33:04 UTC-3:30 | 31.12.2025, 22:33:04 UTC-3:30",
        "2026-11-26T21:54:58Z     | Asia/Kathmandu     | 27 Nov 2026, 03:39:58 UTC+5:45 | 27.11.2026, 03:39:58 UTC+5:45"})
    void aMomentHasTheOrderOfTheLanguageAndItsZone(Instant at, ZoneId zone, String english, String german) {
        assertThat(new ShownTime(zone, Locale.ENGLISH).of(at)).isEqualTo(english);
        assertThat(new ShownTime(zone, Locale.GERMAN).of(at)).isEqualTo(german);
    }

    /** The day is that of the clock that is told. */
    @Test
    void whatHappensOnTheSameDayHasTheTimeAlone() {
        ShownTime berlin = new ShownTime(ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
        Instant began = Instant.parse("2026-11-26T22:59:00Z");
        assertThat(berlin.of(began.plusSeconds(59), began)).isEqualTo("23:59:59");
        assertThat(berlin.of(began.plusSeconds(60), began)).isEqualTo("27 Nov 2026, 00:00:00 UTC+1");
        assertThat(ShownTime.universal(Locale.ENGLISH).of(began.plusSeconds(60), began)).isEqualTo("23:00:00");
    }
}
