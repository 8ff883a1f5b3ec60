package org.faultline.probe;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.faultline.host.DnsReply;
import org.faultline.host.DnsRequest;
import org.faultline.host.Transport;
import org.faultline.model.Stage;

/**
 * Asks a name server on this computer for {@code localhost}, which it answers by itself (RFC 6761, 6.3), asked for when it gave no answer
 * for other names: is the server dead, or the servers above it? Any answer passes.
 */
final class DnsStub implements Probe {

    /** Nothing leaves this computer. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    @Override
    public String name() {
        return "dns-stub";
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
        return External.resolvers(situation).stream().filter(server -> server.getAddress().isLoopbackAddress())
            .map(server -> (Task) recorder -> measure(situation, server, recorder)).toList();
    }

    private static void measure(Situation situation, InetSocketAddress server, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(server.getAddress().getHostAddress()).value("name", "localhost");
        DnsReply reply = situation.host().dns(new DnsRequest(server, "localhost", "A", Transport.UDP, PATIENCE));
        Dns.write(measurement, reply);
        measurement.ended(reply.failure(), reply.method());
    }
}
