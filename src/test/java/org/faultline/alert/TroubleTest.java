package org.faultline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.faultline.alert.Trouble.Kind;
import org.faultline.alert.Trouble.Way;
import org.faultline.report.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What went wrong on the way to somebody is said in the language of who reads it. */
class TroubleTest {

    private static final AlertWords GERMAN = new AlertWords(Locale.GERMAN, ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void eachHasWordsOfItsOwnInBothLanguages(Kind kind) {
        assertThat(new Texts("watch", Locale.GERMAN).get(kind.key())).isNotEqualTo(new Texts("watch", Locale.ENGLISH).get(kind.key()));
    }

    @Test
    void whatIsNamedWithinIsSaidInThatLanguageToo() {
        Trouble later = Trouble.of(Kind.TRYING_AGAIN, Trouble.of(Kind.ANSWERED, 503), "alert");
        assertThat(GERMAN.trouble(later)).isEqualTo("Webhook: der Server antwortete mit 503; wird erneut versucht: alert");
        assertThat(GERMAN.trouble(Trouble.of(Kind.NOT_DELIVERED, Way.COMMAND, 3))).isEqualTo("Befehl: nicht zugestellte Meldungen: 3");
        assertThat(Alerts.WORDS.trouble(Trouble.of(Kind.DELIVERED_AT_LAST, "alert"))).isEqualTo("Webhook: delivered at last: alert");
    }
}
