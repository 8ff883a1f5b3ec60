package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Stage;
import org.faultline.probe.Probe;
import org.faultline.probe.Probes;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class EvidenceLineTest {

    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final Words GERMAN = new Words(Locale.GERMAN);

    /** What a report calls things that have neither name nor address. */
    private static final String RAW = "\\b(machine|loopback|counters|outward|inward|hosts file|public names|table|adapters|who may connect|listed|everywhere"
        + "|this-(computer|network)|port [0-9]+|ipv[46])\\b";

    /** Signs of something that was to stand there and does not. */
    private static final String GAP = "\\s\\s|^[\\s,:]|[\\s,:]$|\\s[,:)]|\\( |\\(\\)|[{}—]|,,|,:|::";

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    private static Observation seen(String probe, String target, Outcome outcome, Cause cause, Map<String, Object> values) {
        return new Observation("o1", probe, target, Stage.GATEWAY, outcome, cause, "", "test", Duration.ZERO, Duration.ZERO, values);
    }

    @Test
    void whatFailedSaysHowAndHowOften() {
        assertThat(EvidenceLine.sentence(seen("gateway-echo", "192.168.1.1", Outcome.FAILED, Cause.NO_REPLY, Map.of("sent", 3, "received", 0)), ENGLISH))
            .isEqualTo("Ping to the router 192.168.1.1: no reply (0 of 3 answered)");
    }

    @Test
    void whatPassedIsAWholeSentenceWithItsTime() {
        assertThat(EvidenceLine.sentence(seen("gateway-echo", "192.168.1.1", Outcome.PASSED, Cause.NONE, Map.of("rttMs", 0.42)), GERMAN))
            .isEqualTo("Der Router 192.168.1.1 beantwortet Pings (0,42 ms)");
    }

    @Test
    void whatIsSlowStandsBesideItsLimit() {
        assertThat(EvidenceLine.sentence(seen("dns-delay", "192.168.1.1", Outcome.FAILED, Cause.SLOW, Map.of("rttMs", 1000.0, "limitMs", 400.0)), ENGLISH))
            .isEqualTo("Delay of the name server 192.168.1.1: slower than the limit (1 s, limit 400 ms)");
    }

    /** A name server may call itself what it likes. */
    @Test
    void textFromTheNetworkIsMadeSafe() {
        assertThat(EvidenceLine.sentence(seen("dns", "192.168.1.1", Outcome.PASSED, Cause.NONE, Map.of("name", "a\u202e{target}")), ENGLISH))
            .doesNotContain("\u202e").contains("{target}");
    }

    @Test
    void aProbeOfAnotherVersionIsCalledByItsName() {
        assertThat(EvidenceLine.sentence(seen("telepathy", "x", Outcome.FAILED, Cause.NO_REPLY, Map.of()), ENGLISH)).isEqualTo("telepathy x: no reply");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everythingThatIsSeenHasWords(Scenario scenario) {
        for (Observation seen : scenario.report().observations()) {
            if (seen.outcome() != Outcome.SKIPPED && !PersonQuestion.isTold(seen)) {
                assertThat(ENGLISH.evidence(seen.probe() + ".what")).as(seen.probe()).isPresent();
                assertThat(EvidenceLine.sentence(seen, ENGLISH)).doesNotContain("{", "—").doesNotStartWith(seen.probe() + " ");
                assertThat(EvidenceLine.sentence(seen, GERMAN)).doesNotContain("{", "—").doesNotContainPattern(RAW);
            }
        }
    }

    @Test
    void aListenerSaysWhoMayReachIt() {
        assertThat(EvidenceLine.sentence(seen("listener", "tcp 0.0.0.0:8000", Outcome.PASSED, Cause.NONE, Map.of("reach", "everywhere", "address", "0.0.0.0")), ENGLISH))
            .isEqualTo("tcp 0.0.0.0:8000 listens on every address of this computer");
        assertThat(EvidenceLine.sentence(seen("listener", "table", Outcome.PASSED, Cause.NONE, Map.of("count", 0)), GERMAN))
            .isEqualTo("Die Liste des Systems, was lauscht, wurde gelesen");
    }

    @Test
    void everyProbeOfTheCheckHasWords() {
        assertThat(Probes.all()).filteredOn(probe -> Stage.PATH.contains(probe.stage())).map(Probe::name)
            .allSatisfy(name -> assertThat(ENGLISH.evidence(name + ".what")).isPresent());
    }

    /** A measurement that was cancelled may not even have come to know whom to ask. */
    @Test
    void noLineLeavesAGapWhereNothingIsKnown() {
        Set<String> probes = new Wordbook("evidence", Locale.ENGLISH).keys().stream().filter(key -> key.contains(".")).map(key -> key.substring(0, key.indexOf('.')))
            .collect(Collectors.toSet());
        assertThat(probes).contains("gateway-echo", "foreign-address", "loopback-refusal", "port-scan").hasSizeGreaterThan(75);
        for (String probe : probes) {
            for (Cause cause : Cause.values()) {
                for (Outcome outcome : Outcome.values()) {
                    for (String target : List.of("", "192.0.2.1")) {
                        Observation seen = seen(probe, target, outcome, cause, Map.of());
                        assertThat(EvidenceLine.sentence(seen, ENGLISH)).doesNotContainPattern(GAP).doesNotContainPattern("^[^:]*\\b(of|at|to|for|from|the|with) *([:,)]|$)")
                            .doesNotStartWith(probe + ":");
                        assertThat(EvidenceLine.sentence(seen, GERMAN)).doesNotContainPattern(GAP)
                            .doesNotContainPattern("^[^:]*\\b(von|bei|zu|zum|für|der|die|das|dem|den|über|mit) *([:,)]|$)").doesNotStartWith(probe + ":");
                    }
                }
            }
        }
    }
}
