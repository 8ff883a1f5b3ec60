package org.faultline.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.faultline.report.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

    private final AtomicLong nanos = new AtomicLong();
    private final TimeLeft left = new TimeLeft(nanos::get);

    @BeforeEach
    void begin() {
        left.begin();
    }

    private String after(Duration time) {
        nanos.set(time.toNanos());
        return TimeLeft.words(left.now(), new Texts("check", Locale.ENGLISH));
    }

    @Test
    void theSecondsThatAreLeftAreRoundedUp() {
        left.awaited(Duration.ofMillis(4_500));
        assertThat(after(Duration.ofMillis(1_200))).isEqualTo("about 4 s left");
        assertThat(after(Duration.ofMillis(4_400))).isEqualTo("about 1 s left");
    }

    @Test
    void nothingIsSaidAtFirstNorOfATimeThatIsOver() {
        left.awaited(Duration.ofMillis(4_500));
        assertThat(after(Duration.ofMillis(900))).isEmpty();
        assertThat(after(Duration.ofMillis(4_500))).isEmpty();
        assertThat(after(Duration.ofMillis(9_000))).isEmpty();
    }

    @Test
    void nothingIsSaidWhereNothingIsKnown() {
        assertThat(after(Duration.ofSeconds(5))).isEmpty();
    }

    @Test
    void newQuestionsTakeTheirOwnTime() {
        left.awaited(Duration.ofMillis(2_000));
        nanos.set(Duration.ofMillis(1_900).toNanos());
        left.awaited(Duration.ofMillis(4_500));
        assertThat(after(Duration.ofMillis(2_000))).isEqualTo("about 5 s left");
    }
}
