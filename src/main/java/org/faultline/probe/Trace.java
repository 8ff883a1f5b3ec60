package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faultline.host.IcmpError;
import org.faultline.host.TraceReply;
import org.faultline.host.TraceReply.Hop;
import org.faultline.host.TraceRequest;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Follows the way to the first well-known host, asked for when nothing beyond the gateway answers: where does it end? */
final class Trace implements Probe {

    private static final int MAX_HOPS = 12;
    private static final Duration PATIENCE = Duration.ofMillis(300);

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return External.addresses(situation, true).stream().limit(1).map(address -> (Task) recorder -> {
            Recorder.Measurement measurement = recorder.begin(address.getHostAddress());
            TraceReply reply = situation.host().trace(new TraceRequest(address, MAX_HOPS, PATIENCE));
            write(measurement, reply);
        }).toList();
    }

    /** Values: {@code hops} (an address or {@code *} each), {@code loop}; the error of the hop that gave up, if one said so. */
    private static void write(Recorder.Measurement measurement, TraceReply reply) {
        List<String> routers = reply.hops().stream().map(hop -> hop.router().map(router -> router.getHostAddress()).orElse("*")).toList();
        measurement.value("hops", routers).value("loop", loops(routers));
        Optional<IcmpError> error = reply.hops().stream().map(Hop::error).flatMap(Optional::stream).findFirst();
        error.ifPresent(icmp -> measurement.value("icmpFrom", icmp.from().getHostAddress()).value("icmpType", icmp.type())
            .value("icmpCode", icmp.code()));
        if (!reply.failure().none()) {
            measurement.unknown(reply.failure().cause(), reply.failure().errno().name(), reply.method());
        } else if (reply.reached()) {
            measurement.passed(reply.method());
        } else {
            measurement.failed(loops(routers) ? Cause.TIME_EXCEEDED : Cause.NO_REPLY, "", reply.method());
        }
    }

    /** A router that answers for two TTLs that are not neighbours has seen the packet twice. */
    private static boolean loops(List<String> routers) {
        for (int first = 0; first < routers.size(); first++) {
            int again = routers.lastIndexOf(routers.get(first));
            if (!routers.get(first).equals("*") && again > first + 1) {
                return true;
            }
        }
        return false;
    }
}
