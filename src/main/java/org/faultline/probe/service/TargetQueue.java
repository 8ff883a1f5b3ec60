package org.faultline.probe.service;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.faultline.host.Counters;
import org.faultline.host.Listener;
import org.faultline.host.Reading;
import org.faultline.model.Cause;
import org.faultline.model.Stage;
import org.faultline.probe.Probe;
import org.faultline.probe.Recorder;
import org.faultline.probe.Situation;

/**
 * Whether the listener has room for another connection. A queue is full when more wait than it may hold (Linux, {@code sk_acceptq_is_full});
 * the kernel then drops every SYN without a word. Values: {@code queued}, {@code backlog}, {@code dropped} (by any listener since the run began).
 */
record TargetQueue(ServiceTarget target) implements Probe {

    private static final String DROPS = "TcpExt.ListenDrops";

    @Override
    public String name() {
        return "service-queue";
    }

    @Override
    public Stage stage() {
        return Stage.SERVICE;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            switch (Where.listeners(situation, target)) {
                case Reading.Known<List<Listener>>(List<Listener> listeners, String method) -> Where.own(situation, target)
                    .forEach(address -> room(address, listeners, situation, recorder.begin(target.at(address)), method));
                case Reading.Unknown<List<Listener>> unknown -> recorder.begin("port " + target.port()).unknown(unknown);
            }
        });
    }

    private static void room(InetAddress address, List<Listener> listeners, Situation situation, Recorder.Measurement seen, String method) {
        Optional<Listener> listener = Where.covering(listeners, address);
        if (listener.isEmpty()) {
            seen.skipped(Cause.NOT_NEEDED, method);
            return;
        }
        int queued = listener.get().queued();
        int backlog = listener.get().backlog();
        seen.value("queued", queued).value("backlog", backlog);
        Optional<Counters> before = situation.counters().value();
        situation.host().counters().value().ifPresent(now -> before.ifPresent(then -> seen.value("dropped", now.since(then, DROPS))));
        if (queued > backlog) {
            seen.failed(Cause.QUEUE_FULL, "", method);
        } else if (backlog == 0) {
            seen.unknown(Cause.NOT_SUPPORTED, "", method);
        } else {
            seen.passed(method);
        }
    }
}
