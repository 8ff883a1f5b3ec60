package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.host.Counters;
import org.faultline.host.SelfReply;
import org.faultline.host.SelfRequest;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * Who refuses connections to a listener of our own. TCP refuses only where nobody listens, so it was asked for another port: the call
 * was redirected. A packet filter writes its resets itself, past TCP and its counter (measured on Linux 6.18).
 */
final class LoopbackRefusal implements Probe {

    /** Other programs are refused now and then, but not ten times within the few milliseconds that these take. */
    private static final int TRIES = 10;
    private static final Duration TIMEOUT = Duration.ofMillis(50);
    private static final String RESETS_SENT = "Tcp.OutRsts";

    @Override
    public String name() {
        return "loopback-refusal";
    }

    @Override
    public Stage stage() {
        return Stage.LOOPBACK_IPV4;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> measure(situation, recorder.begin(Loopback.IPV4.text()).value("tries", TRIES)));
    }

    private static void measure(Situation situation, Recorder.Measurement seen) {
        Optional<Counters> before = situation.host().counters().value();
        boolean allRefused = Stream.generate(() -> situation.host().talkToSelf(
            new SelfRequest(Loopback.IPV4.address(), Transport.TCP, 0, TIMEOUT))).limit(TRIES).allMatch(LoopbackRefusal::refused);
        Optional<Counters> after = situation.host().counters().value();
        if (!allRefused || before.isEmpty() || after.isEmpty() || !after.get().values().containsKey(RESETS_SENT)) {
            seen.unknown(Cause.NOT_SUPPORTED, "", RESETS_SENT);
            return;
        }
        long resets = after.get().since(before.get(), RESETS_SENT);
        seen.value("resetsSent", resets);
        if (resets >= TRIES) {
            seen.failed(Cause.WRONG_PEER, "", RESETS_SENT);
        } else {
            seen.passed(RESETS_SENT);
        }
    }

    private static boolean refused(SelfReply reply) {
        return reply.failure().cause() == Cause.REFUSED;
    }
}
