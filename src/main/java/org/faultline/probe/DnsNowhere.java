package org.faultline.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.faultline.host.DnsReply;
import org.faultline.host.DnsRequest;
import org.faultline.host.Prefix;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * Asks each configured name server for two random names that cannot exist. An address for them is a lie; but one set aside for tests of
 * devices (RFC 2544) is what a tunnel on this machine hands out for every name, to give the connections their true names later: what the
 * world outside says of the name, nobody has told us then.
 */
final class DnsNowhere implements Probe {

    private static final Prefix PLACEHOLDERS = Prefix.of(InetAddress.ofLiteral("198.18.0.0"), 15);

    @Override
    public String name() {
        return "dns-nowhere";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return External.resolvers(situation).stream().flatMap(server -> Stream.of(task(situation, server), task(situation, server))).toList();
    }

    /** A name that nobody has registered and no cache can know. */
    static String randomName() {
        return "faultline-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + ".com";
    }

    private static Task task(Situation situation, InetSocketAddress server) {
        return recorder -> {
            String name = randomName();
            Recorder.Measurement measurement = recorder.begin(server.getAddress().getHostAddress()).value("name", name);
            DnsReply reply = situation.host().dns(new DnsRequest(server, name, "A", Transport.UDP, External.PATIENCE));
            Dns.write(measurement, reply);
            if (!reply.addresses().isEmpty() && reply.addresses().stream().allMatch(PLACEHOLDERS::contains)) {
                measurement.unknown(Cause.UNCLASSIFIED, "placeholder", reply.method());
            } else if (!reply.addresses().isEmpty()) {
                measurement.failed(Cause.WRONG_ANSWER, reply.rcode(), reply.method());
            } else if (reply.failure().none()) {
                measurement.passed(reply.method());
            } else {
                measurement.unknown(reply.failure().cause(), "", reply.method());
            }
        };
    }
}
