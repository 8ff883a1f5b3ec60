package org.faultline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.faultline.model.Fault;
import org.faultline.report.Texts;
import org.faultline.run.watch.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertTest {

    @Test
    void aFaultAndItsRecoveryAreOneLineEach() {
        assertThat(Alerts.came().text()).isEqualTo("gateway-absent: Nobody answers at the router's address");
        assertThat(Alerts.recovered().text())
            .isEqualTo("gateway-absent is over: recovered after 4 min 2 s, it stood since 08:00:03 (Nobody answers at the router's address)");
    }

    /** The page has a place of its own for the code. */
    @Test
    void onThePageTheWordsComeFirst() {
        assertThat(Alerts.WORDS.shown(Alerts.cameChange())).isEqualTo("Nobody answers at the router's address");
        assertThat(Alerts.WORDS.shown(Alerts.insteadOf("interface/no-carrier")))
            .isEqualTo("Nobody answers at the router's address (in place of: The network cable has no connection)");
        assertThat(Alerts.WORDS.shown(new Change.Began(Alerts.at(1), Alerts.BROKEN))).isEqualTo("At the start: Nobody answers at the router's address");
    }

    @Test
    void aDocumentSaysTheSameToPrograms() {
        assertThat(Alerts.recovered().document()).containsEntry("schema", "faultline-alert/1").containsEntry("event", "recovered")
            .containsEntry("at", "2026-11-23T08:04:05Z").containsEntry("status", "healthy").containsEntry("code", "gateway-absent")
            .containsEntry("since", "2026-11-23T08:00:03Z").containsEntry("lastedMs", 242_000L);
    }

    @Test
    void whatShowsItselfOtherwiseIsTheSameTroubleAndAlarmsNobodyAgain() {
        Alert seenAs = Alerts.WORDS.alert(new Change.SeenAs(Alerts.at(33), Alerts.UNRESPONSIVE_THEN_ABSENT, Fault.GATEWAY_UNRESPONSIVE, Alerts.BROKEN));
        assertThat(seenAs.alarms()).isFalse();
        assertThat(seenAs.text()).isEqualTo("Still gateway-unresponsive since 08:00:03, the same trouble: now it is seen as gateway-absent (Nobody answers at the router's address)");
        assertThat(seenAs.document()).containsEntry("event", "seen-as").containsEntry("code", "gateway-unresponsive").containsEntry("seenAs", "gateway-absent");
    }

    /** Whoever was told of it by one code must be able to close it by the same. */
    @Test
    void aRecoveryHasTheCodeByWhichTheFaultWasTold() {
        Alert recovered = Alerts.WORDS.alert(new Change.Recovered(Alerts.at(245), Alerts.UNRESPONSIVE_THEN_ABSENT, Alerts.MENDED));
        assertThat(recovered.text()).startsWith("gateway-unresponsive is over: recovered after 4 min 2 s, it stood since 08:00:03, lately seen as gateway-absent");
        assertThat(recovered.document()).containsEntry("code", "gateway-unresponsive").containsEntry("seenAs", "gateway-absent").containsEntry("lastedMs", 242_000L);
    }

    /** What the machine did is written down; nobody is woken by it. */
    @Test
    void onlyTheNetworkAlarms() {
        assertThat(Alerts.came().alarms()).isTrue();
        assertThat(Alerts.recovered().alarms()).isTrue();
        assertThat(Alerts.WORDS.alert(new Change.ClockJumped(Alerts.at(1), Duration.ofHours(2))).alarms()).isFalse();
        assertThat(Alerts.WORDS.alert(new Change.Began(Alerts.at(1), Alerts.BROKEN)).alarms()).isFalse();
        assertThat(Alerts.WORDS.alert(new Change.Flapping(Alerts.at(1), Fault.NO_CARRIER, 4, Duration.ofMinutes(3), Alerts.BROKEN)).alarms()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PT0.4S   | 400 ms
        PT59.9S  | 59 s
        PT4M2S   | 4 min 2 s
        PT3H20M9S| 3 h 20 min
        P8DT5H   | 8 d 5 h
        """)
    void lengthsAreShort(Duration length, String text) {
        assertThat(Alerts.WORDS.length(length)).isEqualTo(text);
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        Set<String> english = new Texts("watch", Locale.ENGLISH).keys();
        AlertWords german = new AlertWords(Locale.GERMAN, ZoneOffset.UTC);
        assertThat(new Texts("watch", Locale.GERMAN).keys()).isEqualTo(english);
        assertThat(german.alert(Alerts.cameChange()).text()).startsWith("gateway-absent: ").isNotEqualTo(Alerts.came().text());
    }
}
