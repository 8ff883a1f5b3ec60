package org.faultline.probe;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.faultline.host.DnsReply;
import org.faultline.host.DnsRequest;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * Looks three fresh names up side by side, which no cache can know, asked for when the first look-ups were slow. Failed with SLOW where
 * the middle one of three took longer than the limit: one slow look-up is chance, two of three are not.
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
        return External.resolvers(situation).stream().limit(1).map(server -> (Task) recorder -> {
            Duration limit = situation.targets().thresholds().dns();
            Recorder.Measurement measurement = recorder.begin(server.getAddress().getHostAddress()).milliseconds("limitMs", limit);
            List<DnsReply> replies = IntStream.range(0, 3).parallel().mapToObj(_ -> lookUp(situation, server)).toList();
            Duration median = replies.stream().map(DnsReply::elapsed).sorted().toList().get(1);
            measurement.milliseconds("rttMs", median);
            if (median.compareTo(limit) > 0) {
                measurement.failed(Cause.SLOW, "", replies.getFirst().method());
            } else {
                measurement.passed(replies.getFirst().method());
            }
        }).toList();
    }

    private static DnsReply lookUp(Situation situation, InetSocketAddress server) {
        return situation.host().dns(new DnsRequest(server, DnsNowhere.randomName(), "A", Transport.UDP, External.PATIENCE));
    }
}
