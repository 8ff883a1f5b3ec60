package org.faultline.probe;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import org.faultline.host.DnsReply;
import org.faultline.host.DnsRequest;
import org.faultline.host.Resolvers;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * Whether this network offers a proxy by the name that browsers look for ({@code wpad}, the Web Proxy Auto-Discovery convention).
 * Passed where the name exists; unknown where it does not, since networks without a proxy are the usual ones.
 */
final class ProxyOffer implements Probe {

    @Override
    public String name() {
        return "proxy-offer";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        List<String> suffixes = situation.resolvers().value().map(Resolvers::search).orElse(List.of());
        return External.resolvers(situation).stream().limit(1).flatMap(server -> Stream.concat(Stream.of("wpad"),
            suffixes.stream().limit(2).map(suffix -> "wpad." + suffix)).map(name -> task(situation, server, name))).toList();
    }

    private static Task task(Situation situation, InetSocketAddress server, String name) {
        return recorder -> {
            Recorder.Measurement measurement = recorder.begin(name);
            DnsReply reply = situation.host().dns(new DnsRequest(server, name, "A", Transport.UDP, External.PATIENCE));
            if (reply.addresses().isEmpty()) {
                measurement.unknown(reply.failure().none() ? Cause.NOT_CONFIGURED : reply.failure().cause(), reply.rcode(), reply.method());
            } else {
                measurement.value("address", reply.addresses().getFirst().getHostAddress()).passed(reply.method());
            }
        };
    }
}
