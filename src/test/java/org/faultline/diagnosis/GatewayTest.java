package org.faultline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.faultline.model.Cause;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Stage;
import org.junit.jupiter.api.Test;

/** What the gateway's questions wait for, and what a late answer means. */
class GatewayTest {

    private static final String GATEWAY = "192.168.1.1";
    private static final Map<String, Object> QUICK = Map.of("rttMs", 2.0, "limitRttMs", 100.0, "lossPercent", 0.0, "limitLossPercent", 5.0);
    private static final Map<String, Object> SLOW = Map.of("rttMs", 150.0, "limitRttMs", 100.0, "lossPercent", 0.0, "limitLossPercent", 5.0);

    private final List<Observation> seen = new ArrayList<>(List.of(
        passed("default-route", "ipv4", Map.of("gateway", GATEWAY, "interface", "enp3s0")),
        passed("gateway-neighbour", GATEWAY, Map.of("confirmed", true))));

    /** A series that ran beside the first says nothing about "again". */
    @Test
    void slownessIsConfirmedAfterwards() {
        seen.add(passed("gateway-echo", GATEWAY, SLOW));
        seen.add(failed("gateway-echo-late", GATEWAY, Cause.SLOW, SLOW));
        seen.add(passed("external-tcp", "1.1.1.1", Map.of("connectMs", 160.0)));
        Walk.Walked before = walk(Set.of("gateway-echo-again"));
        assertThat(before.awaiting()).containsExactly("gateway-echo-again");
        assertThat(before.findings()).isEmpty();
        seen.add(failed("gateway-echo-again", GATEWAY, Cause.SLOW, SLOW));
        assertThat(walk(Set.of()).findings()).extracting(Finding::fault).containsExactly(Fault.GATEWAY_SLOW);
    }

    @Test
    void oneSlowMomentIsNoFault() {
        seen.add(passed("gateway-echo", GATEWAY, SLOW));
        seen.add(failed("gateway-echo-late", GATEWAY, Cause.SLOW, SLOW));
        seen.add(passed("gateway-echo-again", GATEWAY, QUICK));
        seen.add(passed("external-tcp", "1.1.1.1", Map.of("connectMs", 20.0)));
        assertThat(walk(Set.of()).findings()).isEmpty();
    }

    /** A router that limits how many pings it answers. */
    @Test
    void aQuickLateAnswerIsNotSlow() {
        seen.add(failed("gateway-echo", GATEWAY, Cause.NO_REPLY, Map.of()));
        seen.add(passed("gateway-echo-late", GATEWAY, QUICK));
        seen.add(passed("external-tcp", "1.1.1.1", Map.of("connectMs", 900.0)));
        assertThat(walk(Set.of()).findings()).extracting(Finding::fault).containsExactly(Fault.GATEWAY_SILENT);
    }

    @Test
    void aQuickLateAnswerIsNotSlowWhereNothingPassesEither() {
        seen.add(failed("gateway-echo", GATEWAY, Cause.NO_REPLY, Map.of()));
        seen.add(passed("gateway-echo-late", GATEWAY, QUICK));
        seen.add(failed("external-tcp", "1.1.1.1", Cause.NO_REPLY, Map.of()));
        Walk.Walked walked = walk(Set.of());
        assertThat(walked.findings()).isEmpty();
        assertThat(walked.conclusion()).isEmpty();
    }

    @Test
    void aQuickConnectionBeyondMakesTheLateSeriesNeedless() {
        seen.add(failed("gateway-echo", GATEWAY, Cause.NO_REPLY, Map.of()));
        seen.add(passed("external-tcp", "1.1.1.1", Map.of("connectMs", 20.0)));
        Walk.Walked walked = walk(Set.of("gateway-echo-late"));
        assertThat(walked.awaiting()).isEmpty();
        assertThat(walked.findings()).extracting(Finding::fault).containsExactly(Fault.GATEWAY_SILENT);
    }

    private Walk.Walked walk(Set<String> running) {
        return Walk.follow(Stage.GATEWAY, new Evidence(seen, running), false);
    }

    private static Observation passed(String probe, String target, Map<String, Object> values) {
        return new Observation(probe, probe, target, Stage.GATEWAY, Outcome.PASSED, Cause.NONE, "", "test", Duration.ZERO, Duration.ZERO, values);
    }

    private static Observation failed(String probe, String target, Cause cause, Map<String, Object> values) {
        return new Observation(probe, probe, target, Stage.GATEWAY, Outcome.FAILED, cause, "", "test", Duration.ZERO, Duration.ZERO, values);
    }
}
