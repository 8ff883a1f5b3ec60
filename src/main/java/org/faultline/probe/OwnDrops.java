package org.faultline.probe;

import java.util.List;
import org.faultline.host.Counters;
import org.faultline.host.Reading;
import org.faultline.model.Cause;
import org.faultline.model.Stage;
import org.faultline.probe.Recorder.Measurement;

/**
 * Whether this computer itself threw packets away during the run, by the system's own counters: readable without any right, unlike the
 * rules that do it. Asked only when everything is silent.
 */
final class OwnDrops implements Probe {

    /** Of the 20 pings to the gateway alone, half; broadcast chatter of the network that nobody here wants stays below. */
    private static final long INWARD_AT_LEAST = 10;

    /** Of the many connections tried, three repetitions that the system did not let out itself; one may be another program's. */
    private static final long OUTWARD_AT_LEAST = 3;

    @Override
    public String name() {
        return "own-drops";
    }

    @Override
    public Stage stage() {
        return Stage.GATEWAY;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> measure(situation, recorder));
    }

    private static void measure(Situation situation, Recorder recorder) {
        Reading<Counters> reading = situation.host().counters();
        if (reading.value().isEmpty() || situation.counters().value().isEmpty()) {
            recorder.begin("counters").unknown(Cause.UNREADABLE, "", reading.method());
            return;
        }
        Counters before = situation.counters().value().get();
        Counters now = reading.value().get();
        long outward = now.since(before, "Ip.OutDiscards") + now.since(before, "TcpExt.TCPRetransFail");
        long inward = now.since(before, "Ip.InReceives") - now.since(before, "Ip.InDelivers") - now.since(before, "Ip.ForwDatagrams")
            - now.since(before, "TcpExt.IPReversePathFilter") - now.since(before, "Ip.InHdrErrors") - now.since(before, "Ip.InAddrErrors")
            - now.since(before, "Ip.ReasmReqds");
        record(recorder.begin("outward"), outward, OUTWARD_AT_LEAST, reading.method());
        record(recorder.begin("inward"), inward, INWARD_AT_LEAST, reading.method());
    }

    private static void record(Measurement measurement, long dropped, long limit, String method) {
        measurement.value("dropped", dropped);
        if (dropped >= limit) {
            measurement.failed(Cause.FILTERED, "", method);
        } else {
            measurement.passed(method);
        }
    }
}
