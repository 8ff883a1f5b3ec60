package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.faultline.host.Errno;
import org.faultline.host.SelfReply;
import org.faultline.host.SelfRequest;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** A conversation with a listener of our own: the proof that packets to ourselves arrive, and come from ourselves. */
record LoopbackTalk(Loopback loopback, Transport transport) implements Probe {

    /**
     * Enough to tell a busy moment from a busy machine, and 5 % loss from none: two packets a round make 80, of which 4 are lost; that
     * all 80 pass by luck happens once in 60 runs. Healthy, they take 2 ms together.
     */
    private static final int ROUNDS = 40;

    /** For all of it. A round trip takes 0.01 ms, so 300 ms of silence are no delay; even a machine that stalls for 200 ms passes. */
    private static final Duration TIMEOUT = Duration.ofMillis(300);

    @Override
    public String name() {
        return loopback.probe(transport.id());
    }

    @Override
    public Stage stage() {
        return loopback.stage();
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            Recorder.Measurement seen = recorder.begin(loopback.text());
            record(situation.host().talkToSelf(new SelfRequest(loopback.address(), transport, ROUNDS, TIMEOUT)), seen);
        });
    }

    private static void record(SelfReply reply, Recorder.Measurement seen) {
        seen.value("step", reply.step().name().toLowerCase(Locale.ROOT)).value("rounds", ROUNDS)
            .value("received", reply.roundTrips().size()).value("lost", reply.lost());
        Median.of(reply.roundTrips()).ifPresent(median -> seen.milliseconds("medianMs", median));
        if (reply.failure().none() && reply.lost() > 0) {
            seen.failed(Cause.LOSS, "", reply.method());
        } else {
            ended(reply, seen);
        }
    }

    /** As {@link Recorder.Measurement#ended}, with what this program was not allowed to do kept apart. */
    static void ended(SelfReply reply, Recorder.Measurement seen) {
        if (refusedToUs(reply)) {
            seen.unknown(Cause.NOT_PERMITTED, reply.failure().errno().name(), reply.method());
        } else {
            seen.ended(reply.failure(), reply.method());
        }
    }

    /** A socket or a port that this program may not have (sandbox, mandatory access control) says nothing about the network. */
    private static boolean refusedToUs(SelfReply reply) {
        boolean opening = reply.step() == SelfReply.Step.SOCKET || reply.step() == SelfReply.Step.BIND;
        return opening && (reply.failure().errno() == Errno.EPERM || reply.failure().errno() == Errno.EACCES);
    }
}
