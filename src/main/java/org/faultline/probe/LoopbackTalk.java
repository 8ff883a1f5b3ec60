package org.faultline.probe;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.faultline.host.SelfReply;
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

    /** A conversation that got under way and then ended so has lost something; nobody can say how much. */
    private static final Set<Cause> BREAKS_OFF = Set.of(Cause.NO_REPLY, Cause.BLOCKED_LOCALLY);

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
            record(new SelfConversation(loopback.address(), transport, ROUNDS).with(situation.host()), seen);
        });
    }

    private void record(SelfReply reply, Recorder.Measurement seen) {
        int received = reply.roundTrips().size();
        boolean brokeOff = received > 0 && BREAKS_OFF.contains(reply.failure().cause());
        seen.value("step", reply.step().name().toLowerCase(Locale.ROOT)).value("rounds", ROUNDS).value("received", received)
            .value("lost", brokeOff ? 1 : reply.lost());
        Median.of(reply.roundTrips()).ifPresent(median -> seen.milliseconds("medianMs", median));
        if (brokeOff || reply.failure().none() && reply.lost() > 0) {
            seen.failed(Cause.LOSS, "", reply.method());
        } else {
            SelfConversation.ended(reply, seen);
        }
    }
}
