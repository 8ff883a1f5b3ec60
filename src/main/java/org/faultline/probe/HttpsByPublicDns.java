package org.faultline.probe;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.faultline.host.DnsReply;
import org.faultline.host.DnsRequest;
import org.faultline.host.TlsReply;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Opens the known sites at the addresses that the public name server gives: if these are right, our own name server's were wrong. */
final class HttpsByPublicDns implements Probe {

    @Override
    public String name() {
        return "https-by-public-dns";
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
        return situation.targets().publicResolver().stream().flatMap(server -> situation.targets().https().stream()
            .map(site -> (Task) recorder -> measure(situation, server, site, recorder))).toList();
    }

    private static void measure(Situation situation, InetSocketAddress server, URI site, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(site.getHost());
        DnsReply reply = situation.host().dns(new DnsRequest(server, site.getHost(), "A", Transport.UDP, External.PATIENCE));
        if (reply.addresses().isEmpty()) {
            measurement.unknown(reply.failure().none() ? Cause.NO_DATA : reply.failure().cause(), reply.rcode(), reply.method());
            return;
        }
        measurement.value("address", reply.addresses().getFirst().getHostAddress());
        TlsReply opened = Https.handshake(situation, site, new InetSocketAddress(reply.addresses().getFirst(), External.port(site)),
            Optional.empty(), measurement);
        measurement.ended(opened.failure(), opened.method());
    }
}
