package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faultline.host.SelfReply;
import org.faultline.host.SelfRequest;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** How quickly this computer answers itself; no cable and no router is involved, so slowness here is its own. */
final class LoopbackSpeed implements Probe {

    private static final int ROUNDS = 20;
    private static final Duration TIMEOUT = Duration.ofMillis(600);

    /**
     * Half of the rounds must be quicker. Measured: 0.2 ms between two threads, 0.01 ms in the kernel, single stalls of 4 ms; example:
     * 20 rounds of which 11 took 7 ms are slow, 20 rounds of which 3 took 90 ms are not.
     */
    private static final Duration SLOW = Duration.ofMillis(5);

    @Override
    public String name() {
        return "loopback-speed";
    }

    @Override
    public Stage stage() {
        return Stage.LOOPBACK_IPV4;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            Recorder.Measurement seen = recorder.begin(Loopback.IPV4.text());
            record(situation.host().talkToSelf(new SelfRequest(Loopback.IPV4.address(), Transport.TCP, ROUNDS, TIMEOUT)), seen);
        });
    }

    /** Whether the conversation works at all is for {@link LoopbackTalk} to tell. */
    private static void record(SelfReply reply, Recorder.Measurement seen) {
        Optional<Duration> median = Median.of(reply.roundTrips());
        if (median.isEmpty()) {
            seen.unknown(reply.failure().cause(), reply.failure().errno().name(), reply.method());
            return;
        }
        seen.milliseconds("medianMs", median.get()).milliseconds("limitMs", SLOW);
        if (median.get().compareTo(SLOW) > 0) {
            seen.failed(Cause.SLOW, "", reply.method());
        } else {
            seen.passed(reply.method());
        }
    }
}
