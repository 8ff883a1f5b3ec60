package org.faultline.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faultline.diagnosis.Comparison;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.model.Remedy;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.report.EvidenceLine;
import org.faultline.report.HandoverCode;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class VerdictModelTest {

    private static final VerdictModel ENGLISH = new VerdictModel(Locale.ENGLISH, new Texts("check", Locale.ENGLISH));
    private static final VerdictModel GERMAN = new VerdictModel(Locale.GERMAN, new Texts("check", Locale.GERMAN));

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    private static VerdictText of(String scenario) {
        return ENGLISH.of(Scenario.named(scenario).report(), Optional.empty());
    }

    @Test
    void aFaultSaysWhereAndWhoCanDoWhat() {
        VerdictText verdict = of("gateway/gateway-absent");
        assertThat(verdict.mark()).isEqualTo(Mark.FAULT);
        assertThat(verdict.title()).isEqualTo("Nobody answers at the router's address");
        assertThat(verdict.where()).isEqualTo("between enp3s0 and 192.168.1.1");
        assertThat(verdict.steps()).map(Remedy::who).startsWith("user").contains("administrator");
        assertThat(verdict.byHand()).isPresent();
    }

    @Test
    void placesWithoutANameAreToldInTheLanguage() {
        VerdictText verdict = GERMAN.of(Scenario.named("interface/adapter-missing").report(), Optional.empty());
        assertThat(verdict.where()).isEqualTo("zwischen diesem Computer und dem Netzwerkadapter");
    }

    @Test
    void healthHasEvidenceToo() {
        VerdictText verdict = of("external/healthy-home");
        assertThat(verdict.mark()).isEqualTo(Mark.OK);
        assertThat(verdict.steps()).isEmpty();
        assertThat(verdict.evidence()).hasSizeGreaterThan(3).allMatch(line -> line.mark() == Mark.OK);
    }

    /** A check that stayed inside cannot know what was wrong outside. */
    @Test
    void whatWasNotLookedAtBeforeIsNeitherBetterNorWorse() {
        Report after = Scenario.named("external/dns-unreachable").report();
        Diagnosis healthy = Scenario.named("external/healthy-home").report().diagnosis();
        Diagnosis inside = new Diagnosis(healthy.verdict(), healthy.findings(), healthy.stages().stream().filter(result -> result.stage() != Stage.EXTERNAL).toList());
        VerdictText verdict = ENGLISH.of(after, Optional.of(Comparison.of(inside, after.diagnosis())));
        assertThat(verdict.change()).hasValueSatisfying(change -> assertThat(change.sentence()).isEqualTo("Cannot be compared with the check before"));
    }

    /** Who reads that everything to the router works wants to see by what. */
    @Test
    void theRouterStandsAmongTheEvidence() {
        assertThat(of("external/healthy-home").evidence()).extracting(VerdictText.Line::sentence).contains("The router 192.168.1.1 is there on the link");
        assertThat(of("external/upstream-silent").evidence().subList(0, 4)).extracting(VerdictText.Line::sentence).contains("The router 192.168.1.1 is there on the link");
    }

    @Test
    void whatAPersonSaidDoesNotLookMeasured() {
        Observation told = PersonQuestion.OTHER_DEVICE_WORKS.answered(Truth.YES, "o1", Duration.ZERO);
        assertThat(Mark.of(told)).isEqualTo(Mark.TOLD);
        assertThat(EvidenceLine.sentence(told, new Words(Locale.ENGLISH))).endsWith("yes (said by a person, not measured)");
        assertThat(EvidenceLine.sentence(told, new Words(Locale.GERMAN))).endsWith("ja (Auskunft eines Menschen, nicht gemessen)");
        assertThat(EvidenceLine.spoken(told, new Words(Locale.ENGLISH))).as("no passed or failed before it").isEqualTo(EvidenceLine.sentence(told, new Words(Locale.ENGLISH)));
    }

    /** Who reads that a service answers wants to see what was connected to and what it said; the verdict is no second finding. */
    @Test
    void aServiceThatIsUpShowsItsConnectionAndItsFirstWords() {
        VerdictText up = of("service/up-web");
        assertThat(up.evidence()).extracting(VerdictText.Line::sentence).contains("The service at 127.0.0.1:8080 talks as it should (HTTP 200)")
            .anyMatch(line -> line.startsWith("127.0.0.1:8080 accepts a connection"));
        assertThat(up.others()).isEmpty();
    }

    @Test
    void anotherKindOfServiceIsCalledByItsName() {
        assertThat(of("service/other-protocol").summary()).contains("Expected: PostgreSQL. What answers begins with: HTTP 200.");
        assertThat(GERMAN.of(Scenario.named("service/other-protocol").report(), Optional.empty()).summary()).contains("Erwartet: PostgreSQL. Was antwortet, meldet sich mit: HTTP 200.");
    }

    /** A spoken code brings no facts, and no report in which they could be looked up. */
    @Test
    void whatACodeDoesNotSayIsSaidToBeUnknown() {
        Report other = HandoverCode.read(HandoverCode.of(Scenario.named("service/other-protocol").report()).spoken()).report();
        assertThat(ENGLISH.of(other, Optional.empty()).summary()).contains("Expected: something else. What answers begins with: not known here.").doesNotContain("report");
        assertThat(GERMAN.of(other, Optional.empty()).summary()).contains("Erwartet: etwas anderes. Was antwortet, meldet sich mit: hier nicht bekannt.");
        Report failing = HandoverCode.read(HandoverCode.of(Scenario.named("service/failing-query").report()).spoken()).report();
        assertThat(ENGLISH.of(failing, Optional.empty()).summary()).contains("its answer to this very address: not known here.");
        assertThat(GERMAN.of(failing, Optional.empty()).summary()).contains("seine Antwort auf genau diese Adresse: hier nicht bekannt.");
    }

    /** Asked by https a port without encryption cannot answer. */
    @ParameterizedTest
    @CsvSource({"tls-mismatch-http-to-tls, curl -kI https://localhost:8080/", "tls-mismatch-https-to-plain, curl -kI http://localhost:8080/"})
    void theCommandForTheWrongSchemeHasTheRightOne(String scenario, String command) {
        assertThat(of("service/" + scenario).steps().getFirst().command()).contains(command);
    }

    /** After what is worth knowing the run goes on: the last question has nothing to do with it. */
    @Test
    void theQuestionToTryByHandIsTheOneThatLedToTheVerdict() {
        assertThat(of("ports/exposed").byHand()).map(VerdictText.ByHand::question).contains("Is what is usually local kept local?");
        assertThat(of("service/other-protocol").byHand()).map(VerdictText.ByHand::question).contains("Is it the kind of service that was asked for?");
        Report ended = Scenario.named("gateway/gateway-absent").report();
        String last = ended.diagnosis().stages().stream().filter(stage -> stage.stage() == Stage.GATEWAY).findFirst().orElseThrow().path().getLast().question();
        assertThat(of("gateway/gateway-absent").byHand()).map(VerdictText.ByHand::question).contains(new Words(Locale.ENGLISH).question(last).text());
    }

    @Test
    void whatIsGoneIsNamed() {
        Report before = Scenario.named("gateway/gateway-absent").report();
        Report after = Scenario.named("external/healthy-home").report();
        VerdictText verdict = ENGLISH.of(after, Optional.of(Comparison.of(before.diagnosis(), after.diagnosis())));
        assertThat(verdict.change()).hasValueSatisfying(change -> {
            assertThat(change.mark()).isEqualTo(Mark.OK);
            assertThat(change.lines()).containsExactly("Gone: Nobody answers at the router's address");
        });
        assertThat(verdict.spoken()).startsWith("Better than before");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyVerdictCanBeToldInBothLanguages(Scenario scenario) {
        Report report = scenario.report();
        for (VerdictText verdict : List.of(ENGLISH.of(report, Optional.empty()), GERMAN.of(report, Optional.empty()))) {
            assertThat(verdict.title()).isNotBlank();
            assertThat(verdict.summary()).isNotBlank();
            assertThat(verdict.spoken()).startsWith(verdict.title());
        }
    }
}
