package org.faultline.probe.service;

import java.net.InetAddress;
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
 * Who listens, and on which address, by the system's own table. Targets: {@code port 8080} for anybody on any address, and each address
 * asked for. Values: {@code listens} (addresses), {@code program}, {@code pid}, {@code user}, {@code queued}, {@code backlog}.
 */
record TargetListener(ServiceTarget target) implements Probe {

    @Override
    public String name() {
        return "service-listener";
    }

    @Override
    public Stage stage() {
        return Stage.SERVICE;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            List<InetAddress> own = Where.own(situation, target);
            if (own.isEmpty()) {
                recorder.begin("port " + target.port()).skipped(Cause.NOT_NEEDED, "configuration");
                return;
            }
            switch (Where.listeners(situation, target)) {
                case Reading.Known<List<Listener>>(List<Listener> listeners, String method) -> {
                    anywhere(listeners, recorder.begin("port " + target.port()), method);
                    own.forEach(address -> at(address, listeners, recorder.begin(target.at(address)), method));
                }
                case Reading.Unknown<List<Listener>> unknown -> recorder.begin("port " + target.port()).unknown(unknown);
            }
        });
    }

    private static void anywhere(List<Listener> listeners, Recorder.Measurement seen, String method) {
        if (listeners.isEmpty()) {
            seen.failed(Cause.MISSING, "", method);
        } else {
            described(listeners, seen).passed(method);
        }
    }

    private static void at(InetAddress asked, List<Listener> listeners, Recorder.Measurement seen, String method) {
        Optional<Listener> covering = Where.covering(listeners, asked);
        if (covering.isPresent()) {
            described(List.of(covering.get()), seen).value("queued", covering.get().queued()).value("backlog", covering.get().backlog()).passed(method);
        } else {
            described(listeners, seen).failed(why(asked, listeners), "", method);
        }
    }

    /** The other family, if by it this very computer could be reached; otherwise another address. */
    private static Cause why(InetAddress asked, List<Listener> listeners) {
        boolean sameService = listeners.stream().anyMatch(listener -> listener.address().getAddress().length != asked.getAddress().length
            && (listener.address().isAnyLocalAddress() || listener.address().isLoopbackAddress() && asked.isLoopbackAddress()));
        return listeners.isEmpty() ? Cause.MISSING : sameService ? Cause.OTHER_FAMILY : Cause.ELSEWHERE;
    }

    private static Recorder.Measurement described(List<Listener> listeners, Recorder.Measurement seen) {
        if (!listeners.isEmpty()) {
            seen.value("listens", listeners.stream().map(listener -> Ips.text(listener.address())).distinct().toList());
        }
        listeners.stream().flatMap(listener -> listener.program().stream()).findFirst()
            .ifPresent(program -> seen.value("program", Printable.of(program.name())).value("pid", program.pid()));
        listeners.stream().map(Listener::user).filter(user -> !user.isEmpty()).findFirst().ifPresent(user -> seen.value("user", Printable.of(user)));
        return seen;
    }
}
