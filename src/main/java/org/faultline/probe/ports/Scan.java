package org.faultline.probe.ports;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.faultline.host.Listener;
import org.faultline.host.Reading;
import org.faultline.host.ScanRequest;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;
import org.faultline.probe.Ips;
import org.faultline.probe.Probe;
import org.faultline.probe.Recorder;
import org.faultline.probe.Situation;

/**
 * Connects to every TCP port of loopback addresses, and compares with the system's own table. A listener that came or went meanwhile is
 * no difference: the table is read before and after, and only what both readings agree on counts. Targets: the address, then one observation for each
 * kind of difference. Values: {@code open}, {@code ports}.
 */
record Scan(List<InetAddress> addresses) implements Probe {

    /** All ports of both addresses take 1 s on two cores; a busy machine gets four times as long. */
    private static final Duration PATIENCE = Duration.ofMillis(4_200);

    @Override
    public String name() {
        return "port-scan";
    }

    @Override
    public Stage stage() {
        return Stage.PORTS;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return addresses.stream().<Task>map(address -> recorder -> scan(address, situation, recorder)).toList();
    }

    private static void scan(InetAddress address, Situation situation, Recorder recorder) {
        Reading<List<Listener>> before = situation.host().listeners();
        Recorder.Measurement whole = recorder.begin(Ips.text(address));
        switch (situation.host().scan(new ScanRequest(address, PATIENCE))) {
            case Reading.Known<List<Integer>>(List<Integer> open, String method) -> {
                whole.value("open", open.size()).passed(method);
                new Comparison(address, recorder, method).of(before, situation.host().listeners(), open);
            }
            case Reading.Unknown<List<Integer>> unknown -> whole.unknown(unknown);
        }
    }

    private record Comparison(InetAddress address, Recorder recorder, String method) {

        void of(Reading<List<Listener>> before, Reading<List<Listener>> after, List<Integer> open) {
            if (before.value().isEmpty() || after.value().isEmpty()) {
                recorder.begin(Ips.text(address) + " against the table").unknown(Cause.NOT_SUPPORTED, "", method);
                return;
            }
            Set<Integer> ever = ports(before.value().get());
            Set<Integer> always = new TreeSet<>(ever);
            Set<Integer> later = ports(after.value().get());
            ever.addAll(later);
            always.retainAll(later);
            difference(open.stream().filter(port -> !ever.contains(port)).toList(), Cause.UNLISTED, "open but not listed");
            difference(always.stream().filter(port -> !open.contains(port)).toList(), Cause.MISSING, "listed but not open");
        }

        private Set<Integer> ports(List<Listener> listeners) {
            return listeners.stream().filter(listener -> listener.transport() == Transport.TCP && listener.covers(address)).map(Listener::port)
                .collect(Collectors.toCollection(TreeSet::new));
        }

        private void difference(List<Integer> ports, Cause cause, String what) {
            Recorder.Measurement seen = recorder.begin(Ips.text(address) + " " + what);
            if (ports.isEmpty()) {
                seen.passed(method);
            } else {
                seen.value("ports", ports).failed(cause, "", method);
            }
        }
    }
}
