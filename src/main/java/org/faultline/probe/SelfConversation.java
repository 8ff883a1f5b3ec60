package org.faultline.probe;

import java.net.InetAddress;
import java.time.Duration;
import org.faultline.host.Errno;
import org.faultline.host.Host;
import org.faultline.host.SelfReply;
import org.faultline.host.SelfRequest;
import org.faultline.host.Transport;
import org.faultline.model.Cause;

/**
 * A conversation with ourselves, held a second time where the first was silent or incomplete: a machine that stands still for a moment,
 * or a program that has just started, must not pass for a network that loses packets. What goes better counts.
 */
record SelfConversation(InetAddress address, Transport transport, int rounds) {

    /** A round trip takes 0.01 ms: silence is known early. */
    private static final Duration FIRST = Duration.ofMillis(150);

    /** Long enough for a stall of 200 ms, as an overloaded machine has them; both together end before half a second. */
    private static final Duration SECOND = Duration.ofMillis(260);

    SelfReply with(Host host) {
        SelfReply first = host.talkToSelf(new SelfRequest(address, transport, rounds, FIRST));
        if (first.failure().cause() != Cause.NO_REPLY && first.lost() == 0 || failedOtherwise(first)) {
            return first;
        }
        SelfReply second = host.talkToSelf(new SelfRequest(address, transport, rounds, SECOND));
        return better(second, first) ? second : first;
    }

    private static boolean failedOtherwise(SelfReply reply) {
        return !reply.failure().none() && reply.failure().cause() != Cause.NO_REPLY;
    }

    private static boolean better(SelfReply one, SelfReply other) {
        return one.failure().none() && !other.failure().none() || one.failure().none() == other.failure().none() && one.lost() <= other.lost();
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
