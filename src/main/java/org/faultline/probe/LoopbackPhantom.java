package org.faultline.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.host.ConnectReply;
import org.faultline.host.ConnectRequest;
import org.faultline.host.Listener;
import org.faultline.host.Machine;
import org.faultline.host.NetworkState.Kind;
import org.faultline.host.Reading;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether somebody answers on ports of 127.0.0.1 on which nobody listens: then packets are redirected on the way. */
final class LoopbackPhantom implements Probe {

    /** Hardly ever used for anything: multiplexer, discard, mail. */
    private static final List<Integer> UNUSUAL = List.of(1, 9, 25);

    /** Container engines and the Windows subsystem for Linux lead these to a guest on purpose; left out where one is at work. */
    private static final List<Integer> PUBLISHED = List.of(80, 443, 3128, 8080);

    /** On loopback a connection is made or refused within the call. */
    private static final Duration TIMEOUT = Duration.ofMillis(100);

    @Override
    public String name() {
        return "loopback-phantom";
    }

    @Override
    public Stage stage() {
        return Stage.LOOPBACK_IPV4;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            if (hiddenListeners(situation.host().machine())) {
                recorder.begin(Loopback.IPV4.text()).unknown(Cause.NOT_PERMITTED, "", "listeners");
                return;
            }
            switch (situation.host().listeners()) {
                case Reading.Known<List<Listener>>(List<Listener> listeners, String _) -> knock(situation, taken(listeners), recorder);
                case Reading.Unknown<List<Listener>> unknown -> recorder.begin(Loopback.IPV4.text()).unknown(unknown);
            }
        });
    }

    /** macOS shows an ordinary user the sockets of that user's programs only: a web server run by root would look like a phantom. */
    private static boolean hiddenListeners(Machine machine) {
        return machine.os().equals("macos") && !machine.privileged();
    }

    private static Set<Integer> taken(List<Listener> listeners) {
        return listeners.stream().filter(listener -> listener.transport() == Transport.TCP)
            .filter(listener -> listener.address().isAnyLocalAddress() || listener.address().equals(Loopback.IPV4.address()))
            .map(Listener::port).collect(Collectors.toSet());
    }

    private static void knock(Situation situation, Set<Integer> taken, Recorder recorder) {
        Stream<Integer> ports = hostsGuests(situation) ? UNUSUAL.stream() : Stream.concat(UNUSUAL.stream(), PUBLISHED.stream());
        ports.filter(port -> !taken.contains(port)).forEach(port -> {
            InetAddress address = Loopback.IPV4.address();
            Recorder.Measurement seen = recorder.begin(Loopback.IPV4.text() + ":" + port).value("port", port);
            record(situation.host().connect(new ConnectRequest(new InetSocketAddress(address, port), TIMEOUT)), seen);
        });
    }

    private static boolean hostsGuests(Situation situation) {
        boolean bridges = situation.state().value().stream().flatMap(state -> state.links().stream()).anyMatch(link -> link.kind() == Kind.VIRTUAL);
        return bridges || situation.host().machine().osVersion().toLowerCase(Locale.ROOT).contains("microsoft");
    }

    /** Refused is as it should be; anything but that and an answer is for {@link LoopbackTalk} to tell. */
    private static void record(ConnectReply reply, Recorder.Measurement seen) {
        switch (reply.failure().cause()) {
            case NONE -> seen.failed(Cause.WRONG_PEER, "", reply.method());
            case INVALID_DESTINATION -> seen.ended(reply.failure(), reply.method());
            case REFUSED -> seen.passed(reply.method());
            default -> seen.unknown(reply.failure().cause(), reply.failure().errno().name(), reply.method());
        }
    }
}
