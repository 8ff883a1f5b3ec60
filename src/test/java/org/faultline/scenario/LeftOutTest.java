package org.faultline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.Verdict;
import org.faultline.report.Telling;
import org.faultline.report.Texts;
import org.faultline.report.format.Formats;
import org.faultline.run.Cancellation;
import org.faultline.run.Progress;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.VerdictModel;
import org.faultline.ui.page.VerdictText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check that was told to stay inside says so, and never sounds as if all were well: here every name server refuses to answer. */
class LeftOutTest {

    private static Report inside(Set<Stage> stages) {
        Scenario scenario = Scenario.named("external/dns-refused");
        return scenario.run(scenario.host(), stages, false, new Cancellation(), Progress.NONE);
    }

    private static final Report INSIDE = inside(EnumSet.copyOf(Stage.PATH));

    @Test
    void theVerdictNamesWhatWasNotChecked() {
        assertThat(INSIDE.diagnosis().verdict().status()).isEqualTo(Verdict.Status.HEALTHY);
        Telling english = Telling.of(INSIDE, Locale.ENGLISH);
        assertThat(english.title()).isEqualTo("No fault up to your router; internet not checked");
        assertThat(english.summary()).endsWith("The internet was not checked, because you chose so.");
        Telling german = Telling.of(INSIDE, Locale.GERMAN);
        assertThat(german.title()).isEqualTo("Bis zum Router keine Störung; Internet ungeprüft");
        assertThat(german.summary()).endsWith("Das Internet wurde nicht geprüft, weil Sie es so gewählt haben.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "html", "md", "nagios"})
    void everyFormatSaysSo(String format) {
        String text = new String(Formats.of(format).orElseThrow().write(INSIDE, Locale.ENGLISH), StandardCharsets.UTF_8);
        assertThat(text).contains("No fault up to your router").doesNotContain("Everything that was checked works", "No fault was found");
    }

    @Test
    void onThePageItIsNoGreenAllClear() {
        var verdict = new VerdictModel(Locale.ENGLISH, new Texts("check", Locale.ENGLISH)).of(INSIDE, Optional.empty());
        assertThat(verdict.mark()).isEqualTo(Mark.INFO);
        assertThat(verdict.spoken()).contains("The internet was not checked, because you chose so.");
        assertThat(verdict.evidence()).extracting(VerdictText.Line::sentence).doesNotHaveDuplicates();
    }

    @Test
    void singleStagesAreNamedToo() {
        Telling telling = Telling.of(inside(EnumSet.of(Stage.LOOPBACK_IPV4, Stage.LOOPBACK_IPV6)), Locale.ENGLISH);
        assertThat(telling.title()).isEqualTo("No fault in the part that was checked");
        assertThat(telling.summary()).endsWith("Not checked, because you chose so: Network adapter, Router, Internet.");
    }

    @Test
    void aWarningInsideSaysItToo() {
        Scenario scenario = Scenario.named("gateway/gateway-slow");
        Report report = scenario.run(scenario.host(), EnumSet.copyOf(Stage.PATH), false, new Cancellation(), Progress.NONE);
        assertThat(report.diagnosis().verdict().status()).isEqualTo(Verdict.Status.DEGRADED);
        assertThat(Telling.of(report, Locale.ENGLISH).summary()).endsWith("The internet was not checked, because you chose so.");
    }

    /** With the router off, only the internet is looked at: neither "up to the router all is fine" nor "call your provider". */
    @Test
    void whatWasLeftOutBeforeAFaultIsNotCalledFine() {
        Scenario scenario = Scenario.named("gateway/gateway-absent");
        Report report = scenario.run(scenario.host(), EnumSet.of(Stage.EXTERNAL), true, new Cancellation(), Progress.NONE);
        assertThat(report.diagnosis().verdict().status()).isEqualTo(Verdict.Status.FAULT);
        Telling telling = Telling.of(report, Locale.ENGLISH);
        assertThat(telling.title()).isEqualTo("Internet: something fails; what comes before was not checked");
        assertThat(telling.summary()).contains("A fault before it looks the same").contains("Router").doesNotContain("fine");
        assertThat(telling.remedies(report.diagnosis().verdict().finding().orElseThrow())).extracting("who").containsExactly("user");
    }

    /** ::1 needs nothing of 127.0.0.1. */
    @Test
    void aFaultThatNeedsNothingBeforeItIsToldAsEver() {
        Scenario scenario = Scenario.named("loopback-ipv6/loopback6-blocked");
        Report report = scenario.run(scenario.host(), EnumSet.of(Stage.LOOPBACK_IPV6), false, new Cancellation(), Progress.NONE);
        assertThat(Telling.of(report, Locale.ENGLISH).title()).doesNotContain("what comes before");
    }

    @Test
    void aWholeCheckIsLeftAsItWas() {
        for (String whole : List.of("external/healthy-home", "external/dns-refused", "gateway/gateway-absent")) {
            Telling telling = Telling.of(Scenario.named(whole).report(), Locale.ENGLISH);
            assertThat(telling.leftOut().stages()).isEmpty();
            assertThat(telling.summary()).doesNotContain("not checked");
        }
    }
}
