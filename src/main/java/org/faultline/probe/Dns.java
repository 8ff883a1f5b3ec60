package org.faultline.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.faultline.host.DnsReply;
import org.faultline.host.DnsRequest;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Asks each configured name server for names that exist, over UDP or TCP. Target: the server's address; value {@code name}. */
final class Dns implements Probe {

    private final Transport transport;

    Dns(Transport transport) {
        this.transport = transport;
    }

    @Override
    public String name() {
        return transport == Transport.UDP ? "dns" : "dns-tcp";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        List<String> names = situation.targets().names().stream().limit(transport == Transport.UDP ? 2 : 1).toList();
        return External.resolvers(situation).stream().flatMap(server -> names.stream().map(name -> task(situation, server, name))).toList();
    }

    private Task task(Situation situation, InetSocketAddress server, String name) {
        return recorder -> lookUp(situation, server, name, transport, recorder);
    }

    /** One look-up of the IPv4 address of a name that exists. */
    static void lookUp(Situation situation, InetSocketAddress server, String name, Transport transport, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(server.getAddress().getHostAddress()).value("name", name);
        DnsReply reply = situation.host().dns(new DnsRequest(server, name, "A", transport, External.PATIENCE));
        write(measurement, reply);
        measurement.milliseconds("limitMs", situation.targets().thresholds().dns());
        Cause wrong = wrongness(reply);
        if (wrong == Cause.NONE) {
            measurement.ended(reply.failure(), reply.method());
        } else {
            measurement.failed(wrong, reply.rcode(), reply.method());
        }
    }

    /** Values: {@code rcode}, {@code addresses}, {@code rttMs}, and whether the server is this machine itself. */
    static void write(Recorder.Measurement measurement, DnsReply reply) {
        measurement.value("rcode", reply.rcode()).value("addresses", reply.addresses().stream().map(InetAddress::getHostAddress).toList())
            .milliseconds("rttMs", reply.elapsed());
    }

    /** What is wrong with a well-formed answer for a name that exists. */
    private static Cause wrongness(DnsReply reply) {
        if (!reply.failure().none()) {
            return Cause.NONE;
        }
        return switch (reply.rcode()) {
            case "NOERROR" -> reply.addresses().isEmpty() ? Cause.NO_DATA
                : reply.addresses().stream().allMatch(Dns::isNobodysPublicAddress) ? Cause.WRONG_ANSWER : Cause.NONE;
            case "NXDOMAIN" -> Cause.NAME_ERROR;
            case "REFUSED" -> Cause.QUERY_REFUSED;
            default -> Cause.SERVER_FAILURE;
        };
    }

    /** Private, loopback, link-local and unspecified addresses: never the answer for the public names that we ask for. */
    private static boolean isNobodysPublicAddress(InetAddress address) {
        return address.isSiteLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isAnyLocalAddress()
            || address.isMulticastAddress();
    }
}
