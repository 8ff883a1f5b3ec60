package org.faultline.probe;

import java.util.List;
import org.faultline.host.NetworkState.Kind;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.NetworkState.LinkCounters;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether the links in use receive damaged frames, or can only talk one way at a time. */
final class LinkErrors implements Probe {

    /**
     * Both must be reached. 1 %: TCP over a local network loses most of its speed there (Mathis: throughput falls with the root of
     * the loss), while a sound cable stays below one in a million. 100: so that few frames at start-up do not count. Example: 100,000
     * frames received and 2,000 damaged are 2 %.
     */
    static final double ERROR_PERCENT = 1;
    static final long ERRORS_AT_LEAST = 100;

    private static final int HALF_DUPLEX_MBIT = 100;

    @Override
    public String name() {
        return "link-errors";
    }

    @Override
    public Stage stage() {
        return Stage.INTERFACE;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        String method = situation.state().method();
        return Ways.of(situation).inUse().stream().<Task>map(link -> recorder -> measure(link, recorder, method)).toList();
    }

    private static void measure(Link link, Recorder recorder, String method) {
        LinkCounters counters = link.counters();
        long received = counters.rxPackets() + counters.rxErrors();
        double percent = received == 0 ? 0 : 100.0 * counters.rxErrors() / received;
        Recorder.Measurement measurement = recorder.begin(link.name()).value("rxErrors", counters.rxErrors())
            .value("rxPackets", counters.rxPackets()).value("errorPercent", Math.round(percent * 100) / 100.0)
            .value("limitPercent", ERROR_PERCENT).value("duplex", link.duplex()).value("speedMbit", link.speedMbit());
        boolean damaged = percent >= ERROR_PERCENT && counters.rxErrors() >= ERRORS_AT_LEAST;
        if (halfDuplex(link) || damaged) {
            measurement.failed(Cause.ERRORS, "", method);
        } else {
            measurement.passed(method);
        }
    }

    /** Some USB adapters say half for "unknown". A cable cannot be half duplex above 100 Mbit/s, so only up to there is it believed. */
    private static boolean halfDuplex(Link link) {
        return link.kind() == Kind.ETHERNET && link.duplex().equals("half") && link.speedMbit() >= 1 && link.speedMbit() <= HALF_DUPLEX_MBIT;
    }
}
