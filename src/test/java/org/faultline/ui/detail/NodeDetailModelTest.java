package org.faultline.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.Truth;
import org.faultline.report.Texts;
import org.faultline.report.picture.NodeRef;
import org.faultline.report.picture.Outline;
import org.faultline.report.picture.Place;
import org.faultline.report.picture.State;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class NodeDetailModelTest {

    private static final Report ABSENT = Scenario.named("gateway/gateway-absent").report();

    private final NodeDetailModel model = new NodeDetailModel(Locale.ENGLISH);

    private Detail question(Report report, Stage stage, String id) {
        StageResult.Step step = report.diagnosis().stages().stream().filter(result -> result.stage() == stage).flatMap(result -> result.path().stream())
            .filter(asked -> asked.question().equals(id)).findFirst().orElseThrow();
        return model.of(new NodeRef.OfQuestion(stage, id, Optional.of(step.answer()), step.because()), report.diagnosis(), report.observations(), "linux");
    }

    @Test
    void aQuestionTellsItsAnswerWhatItRestsOnAndTheSameCheckByHand() {
        Detail detail = question(ABSENT, Stage.GATEWAY, "gateway-owned");
        assertThat(detail.title()).isEqualTo("Does anybody on the link answer for the router's address?");
        assertThat(detail.standing()).isEqualTo("Answer: no");
        assertThat(detail.text()).extracting(Detail.Paragraph::heading).contains("Why this step");
        assertThat(detail.evidence().getFirst().seen()).isNotEmpty().anyMatch(Observation::failed);
        assertThat(detail.byHand()).contains("ip neighbour show");
    }

    /** A service on another computer is asked there; how a page was asked for is not known any more. */
    @Test
    void aServiceIsAskedByHandWhereItWasAsked() {
        Report elsewhere = Scenario.named("service/up-on-another-computer").report();
        assertThat(question(elsewhere, Stage.SERVICE, "service-up").byHand()).contains("nc -vz 192.168.1.77 8080");
        assertThat(question(elsewhere, Stage.SERVICE, "service-page-served").byHand()).isEmpty();
        Report untrusted = Scenario.named("service/certificate-untrusted").report();
        assertThat(question(untrusted, Stage.SERVICE, "service-certificate-trusted").byHand()).contains("curl -sSI https://localhost:8443/");
    }

    /** By what could not be measured, or in words of its own, in both languages. */
    @Test
    void anUnknownAlwaysSaysWhy() {
        Texts english = new Texts("tree", Locale.ENGLISH);
        Texts german = new Texts("tree", Locale.GERMAN);
        Set<String> unexplained = new TreeSet<>();
        for (Scenario scenario : Scenario.all()) {
            Report report = scenario.report();
            report.diagnosis().stages().forEach(result -> result.path().stream().filter(step -> step.answer() == Truth.UNKNOWN).forEach(step -> {
                Detail detail = question(report, result.stage(), step.question());
                boolean measured = detail.evidence().stream().anyMatch(group -> group.heading().equals(english.get("detail.missing")));
                boolean told = detail.text().stream().anyMatch(paragraph -> paragraph.heading().equals(english.get("detail.unasked")));
                String own = "unasked." + step.question();
                if (!measured && !(told && english.has(own) && german.has(own) && !english.get(own).equals(german.get(own)))) {
                    unexplained.add(step.question() + ", as in " + scenario);
                }
            }));
        }
        assertThat(unexplained).isEmpty();
        assertThat(question(ABSENT, Stage.GATEWAY, "other-gateway-alive").text()).extracting(Detail.Paragraph::text)
            .contains("This computer knows no second router for this kind of address (IPv4 or IPv6).");
    }

    @Test
    void aLimitComesWithItsReason() {
        Report slow = Scenario.named("gateway/gateway-slow").report();
        List<Detail> details = new Outlined(slow).questions().filter(ref -> ref.stage() == Stage.GATEWAY && ref.answer().isPresent())
            .map(ref -> model.of(ref, slow.diagnosis(), slow.observations(), "linux")).toList();
        assertThat(details.stream().flatMap(detail -> detail.thresholds().stream())).anySatisfy(threshold -> {
            assertThat(threshold.limit()).isEqualTo("Limit: 100 ms");
            assertThat(threshold.reason()).contains("healthy Wi-Fi");
        });
    }

    @Test
    void aFaultTellsWhatCanBeDone() {
        Finding finding = ABSENT.diagnosis().verdict().finding().orElseThrow();
        Detail detail = model.of(new NodeRef.OfFault(Stage.GATEWAY, finding.fault(), Optional.of(finding)), ABSENT.diagnosis(), ABSENT.observations(), "linux");
        assertThat(detail.standing()).isEqualTo("This is the verdict (fault)");
        assertThat(detail.state()).isEqualTo(State.FAULT);
        assertThat(detail.remedies()).isNotEmpty();
        assertThat(detail.evidence()).isNotEmpty();
    }

    @Test
    void aFaultThatWasNotFoundAccusesNobody() {
        Detail detail = model.of(new NodeRef.OfFault(Stage.EXTERNAL, Fault.DNS_SLOW, Optional.empty()), ABSENT.diagnosis(), ABSENT.observations(), "linux");
        assertThat(detail.standing()).isEqualTo("Not found in this run");
        assertThat(detail.state()).isEqualTo(State.QUIET);
        assertThat(detail.evidence()).isEmpty();
    }

    @Test
    void aStageBeyondTheFaultSaysWhatExplainsIt() {
        Detail detail = model.of(new NodeRef.OfStage(Stage.EXTERNAL), ABSENT.diagnosis(), ABSENT.observations(), "linux");
        assertThat(detail.text().getFirst().text()).startsWith("Not judged:");
    }

    @Test
    void aQuestionOfAnotherVersionIsNoError() {
        NodeRef ref = new NodeRef.OfQuestion(Stage.GATEWAY, "asked-later", Optional.of(Truth.UNKNOWN), List.of());
        Detail detail = model.of(ref, ABSENT.diagnosis(), ABSENT.observations(), "linux");
        assertThat(detail.title()).isEqualTo("asked later?");
        assertThat(detail.text()).hasSize(1);
    }

    /** Every place of the whole tree can be told about, in both languages and on every system. */
    @ParameterizedTest
    @ValueSource(strings = {"gateway/gateway-absent", "external/healthy-home", "external/dns-unreachable"})
    void everyPlaceHasADetail(String scenario) {
        Report report = Scenario.named(scenario).report();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            NodeDetailModel told = new NodeDetailModel(locale);
            new Outlined(report).refs().forEach(ref -> {
                Detail detail = told.of(ref, report.diagnosis(), report.observations(), "windows");
                assertThat(detail.title()).isNotBlank();
                assertThat(detail.standing()).isNotBlank();
                assertThat(detail.text()).isNotEmpty();
            });
        }
    }

    private record Outlined(Report report) {
        Stream<NodeRef> refs() {
            return Outline.of(report.diagnosis(), false).places().map(Place::ref);
        }

        Stream<NodeRef.OfQuestion> questions() {
            return refs().filter(NodeRef.OfQuestion.class::isInstance).map(NodeRef.OfQuestion.class::cast);
        }
    }
}
