package org.faultline.probe.ports;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.faultline.host.Listener;
import org.faultline.host.Reading;
import org.faultline.model.Cause;
import org.faultline.model.Printable;
import org.faultline.model.Stage;
import org.faultline.probe.Ips;
import org.faultline.probe.Probe;
import org.faultline.probe.Recorder;
import org.faultline.probe.Situation;

/**
 * Every listening TCP and bound UDP socket, one observation each, and one of the {@code table} with its {@code count}. Fails where something that is usually local can be reached from
 * elsewhere. Values: {@code transport}, {@code address}, {@code port}, {@code family}, {@code reach}, and where known {@code usually} (what is
 * usual on this port), {@code product}, {@code program}, {@code pid}, {@code user}.
 */
public final class ListenerTable implements Probe {

    private static final Comparator<Listener> ORDER = Comparator.comparing(Listener::transport).thenComparing(Listener::port)
        .thenComparing(listener -> listener.address().getAddress().length).thenComparing(listener -> listener.address().getHostAddress());

    ListenerTable() { }

    @Override
    public String name() {
        return "listener";
    }

    @Override
    public Stage stage() {
        return Stage.PORTS;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            switch (situation.host().listeners()) {
                case Reading.Known<List<Listener>>(List<Listener> listeners, String method) -> {
                    listeners.stream().sorted(ORDER).forEach(listener -> record(listener, recorder.begin(key(listener)), method));
                    recorder.begin("table").value("count", listeners.size()).passed(method);
                }
                case Reading.Unknown<List<Listener>> unknown -> recorder.begin("table").unknown(unknown);
            }
        });
    }

    /** Names a listener in a baseline and in a report: {@code tcp 127.0.0.1:5432}. */
    public static String key(Listener listener) {
        String address = Ips.text(listener.address());
        return listener.transport().id() + " " + (address.contains(":") ? "[" + address + "]" : address) + ":" + listener.port();
    }

    private static void record(Listener listener, Recorder.Measurement seen, String method) {
        Reach reach = Reach.of(listener.address());
        Optional<KnownPort> known = KnownPort.of(listener.transport(), listener.port());
        String program = listener.program().map(Listener.Owner::name).orElse("");
        Optional<KnownPort> local = known.filter(usual -> usual.usuallyLocal(program));
        seen.value("transport", listener.transport().id()).value("address", Ips.text(listener.address())).value("port", listener.port())
            .value("family", listener.address().getAddress().length == 4 ? "ipv4" : listener.address().isAnyLocalAddress() && !listener.v6Only() ? "both" : "ipv6")
            .value("reach", reach.id());
        known.ifPresent(usual -> seen.value("usually", usual.name()));
        local.ifPresent(usual -> seen.value("product", usual.product()));
        listener.program().ifPresent(owner -> seen.value("program", Printable.of(owner.name())).value("pid", owner.pid()));
        if (!listener.user().isEmpty()) {
            seen.value("user", Printable.of(listener.user()));
        }
        if (reach != Reach.THIS_COMPUTER && local.isPresent()) {
            seen.value("names", List.of(local.get().name() + " (" + listener.port() + ")")).failed(Cause.EXPOSED, "", method);
        } else {
            seen.passed(method);
        }
    }
}
