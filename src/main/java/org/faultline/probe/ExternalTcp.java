package org.faultline.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.faultline.host.ConnectReply;
import org.faultline.host.ConnectRequest;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Knocks at port 443 of the well-known hosts of one family. A refusal proves the way as well as a welcome does. */
final class ExternalTcp implements Probe {

    private static final int HTTPS = 443;

    private final boolean ipv4;

    ExternalTcp(boolean ipv4) {
        this.ipv4 = ipv4;
    }

    @Override
    public String name() {
        return ipv4 ? "external-tcp" : "external-tcp6";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return External.addresses(situation, ipv4).stream().map(address -> task(situation, address)).toList();
    }

    private static Task task(Situation situation, InetAddress address) {
        return recorder -> {
            Recorder.Measurement measurement = recorder.begin(address.getHostAddress()).value("port", HTTPS);
            ConnectReply reply = situation.host().connect(new ConnectRequest(new InetSocketAddress(address, HTTPS), External.PATIENCE));
            measurement.milliseconds("connectMs", reply.elapsed());
            boolean refusedByTarget = (reply.failure().cause() == Cause.REFUSED || reply.failure().cause() == Cause.RESET)
                && reply.failure().icmp().isEmpty();
            if (refusedByTarget) {
                measurement.value("refused", true).passed(reply.method());
            } else {
                measurement.ended(reply.failure(), reply.method());
            }
        };
    }
}
