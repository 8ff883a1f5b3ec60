package org.faultline.probe;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.faultline.host.DnsReply;
import org.faultline.host.DnsRequest;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * Looks two fresh names up side by side, which no cache can know, asked for when the first look-ups were slow. Each is failed with SLOW
 * where it took longer than the limit.
 */
final class DnsDelay implements Probe {

    @Override
    public String name() {
        return "dns-delay";
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
        return External.resolvers(situation).stream().limit(1).flatMap(server -> Stream.of(task(situation, server), task(situation, server)))
            .toList();
    }

    private static Task task(Situation situation, InetSocketAddress server) {
        return recorder -> {
            Duration limit = situation.targets().thresholds().dns();
            Recorder.Measurement measurement = recorder.begin(server.getAddress().getHostAddress()).milliseconds("limitMs", limit);
            DnsReply reply = situation.host().dns(new DnsRequest(server, DnsNowhere.randomName(), "A", Transport.UDP, External.PATIENCE));
            measurement.milliseconds("rttMs", reply.elapsed());
            if (reply.elapsed().compareTo(limit) > 0) {
                measurement.failed(Cause.SLOW, "", reply.method());
            } else {
                measurement.passed(reply.method());
            }
        };
    }
}
