package org.faultline.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.faultline.host.Failure;
import org.faultline.host.Reading;
import org.faultline.host.Resolve;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Where the name {@code localhost} leads for the programs on this machine. */
final class LocalhostName implements Probe {

    static final String NAME = "localhost";

    /** A hosts file answers within 1 ms; longer means that the question goes out to name servers, which have nothing to say to it. */
    private static final Duration TIMEOUT = Duration.ofMillis(800);

    @Override
    public String name() {
        return "localhost-name";
    }

    @Override
    public Stage stage() {
        return Stage.LOOPBACK_IPV4;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            Recorder.Measurement seen = recorder.begin(NAME);
            switch (situation.host().resolve(new Resolve(NAME, TIMEOUT))) {
                case Reading.Known<List<InetAddress>>(List<InetAddress> addresses, String method) -> record(addresses, seen, method);
                case Reading.Unknown<List<InetAddress>>(Cause cause, String detail, String method) ->
                    unanswered(cause, seen.value("words", detail), method);
            }
        });
    }

    /** Silence is no answer: the machine may be too busy, or the question has gone out to name servers. Then the hosts file decides. */
    private static void unanswered(Cause cause, Recorder.Measurement seen, String method) {
        if (cause == Cause.NO_REPLY) {
            seen.unknown(cause, "", method);
        } else {
            seen.ended(Failure.of(cause), method);
        }
    }

    /** Records the addresses that localhost has, wherever they come from: all, some or none of them loopback. */
    static void record(List<InetAddress> addresses, Recorder.Measurement seen, String method) {
        List<InetAddress> foreign = addresses.stream().filter(address -> !address.isLoopbackAddress()).toList();
        seen.value("addresses", addresses.stream().map(Ips::text).distinct().toList())
            .value("foreign", foreign.stream().map(Ips::text).distinct().toList());
        if (addresses.isEmpty()) {
            seen.failed(Cause.MISSING, "", method);
        } else if (foreign.isEmpty()) {
            seen.passed(method);
        } else {
            seen.failed(foreign.size() == addresses.size() ? Cause.ELSEWHERE : Cause.COMPETING, "", method);
        }
    }
}
