package org.faultline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.faultline.fake.FakeHost;
import org.faultline.fake.Fields;
import org.faultline.fake.World;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Stage;
import org.junit.jupiter.api.Test;

class ResolutionTest {

    private static final String UNANSWERED = """
        {
          "neighbours": {"192.168.1.1": "incomplete"},
          "echo": {"192.168.1.1": "EPERM", "*": "EPERM"},
          "dns": {"192.168.1.1": "EPERM"}
        }
        """;

    /** Else a gateway that takes 50 ms to answer ARP is absent where sending is refused at once. */
    @Test
    void theLinkIsGivenItsTimeEvenIfSendingFailsAtOnce() {
        Observation seen = look(UNANSWERED);
        assertThat(seen.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(seen.cause()).isEqualTo(Cause.NO_REPLY);
        assertThat(seen.elapsed()).isBetween(Duration.ofMillis(1_050), Duration.ofMillis(2_500));
    }

    @Test
    void whoeverIsFoundLaterIsThere() {
        Observation seen = look(UNANSWERED.replaceFirst("\\{", "{\"later\": {\"neighbours\": {\"192.168.1.1\": \"reachable 02:00:00:00:00:01\"}},"));
        assertThat(seen.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(seen.values()).containsEntry("confirmed", true);
    }

    @Test
    void anInterruptedWaitAccusesNobody() {
        Thread.currentThread().interrupt();
        try {
            Observation seen = look(UNANSWERED);
            assertThat(seen.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(seen.cause()).isEqualTo(Cause.CANCELLED);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static Observation look(String changes) {
        List<Observation> seen = new ArrayList<>();
        Recorder recorder = new Recorder("gateway-neighbour", Stage.GATEWAY, System::nanoTime, seen::add);
        FakeHost host = new FakeHost(World.home().changedBy(Fields.parse("changes", changes)));
        Resolution.record(host, World.address("192.168.1.1"), "enp3s0", recorder.begin("192.168.1.1"));
        assertThat(seen).hasSize(1);
        return seen.getFirst();
    }
}
