package org.faultline.host.linux;

import java.lang.foreign.MemorySegment;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.Reading;
import org.faultline.host.WhoHas;
import org.faultline.host.exchange.Deadline;
import org.faultline.model.Cause;

/**
 * Asks a link who has an IPv4 address without the right to send ARP: a datagram to the discard port (RFC 863), bound to the link and kept
 * off all routes (SO_BINDTODEVICE, SO_DONTROUTE, socket(7)), makes the kernel ask; its neighbour table tells what came of it.
 *
 * <p>It works only where the kernel really has to ask: not for our own addresses, nor for one that it believes to know already.
 */
final class NeighbourRequest {

    private static final String METHOD = "neighbour-table";
    private static final int SO_DONTROUTE = 5;
    private static final int SO_BINDTODEVICE = 25;
    private static final int DISCARD_PORT = 9;
    private static final long STEP_NANOS = 10_000_000;
    private static final Set<String> UNKNOWN_STATES = Set.of("none", "incomplete", "failed");

    private final Supplier<Reading<NetworkState>> state;
    private final WhoHas request;

    private NeighbourRequest(Supplier<Reading<NetworkState>> state, WhoHas request) {
        this.state = state;
        this.request = request;
    }

    static Reading<List<String>> ask(Supplier<Reading<NetworkState>> state, WhoHas request) {
        return new NeighbourRequest(state, request).ask();
    }

    private Reading<List<String>> ask() {
        boolean own = state.get().value().stream().flatMap(known -> known.addresses().stream())
            .anyMatch(address -> address.address().equals(request.address()));
        if (own || !(request.address() instanceof Inet4Address) || !UNKNOWN_STATES.contains(stateOf(entry()))) {
            return Reading.unknown(Cause.NOT_PERMITTED, "", METHOD);
        }
        try (NativeSocket socket = NativeSocket.open(Sockaddr.AF_INET, NativeSocket.DATAGRAM, 0)) {
            int sent = send(socket);
            if (sent < 0) {
                return Reading.unknown(Cause.NOT_PERMITTED, Errnos.name(sent), METHOD);
            }
            return await(socket.poll(0));
        }
    }

    private int send(NativeSocket socket) {
        if (socket.opened() < 0) {
            return socket.opened();
        }
        MemorySegment link = socket.arena().allocateFrom(request.link().replace("\0", ""));
        int bound = socket.set(NativeSocket.SOL_SOCKET, SO_BINDTODEVICE, link);
        int kept = bound < 0 ? bound : socket.set(NativeSocket.SOL_SOCKET, SO_DONTROUTE, 1);
        return kept < 0 ? kept : socket.send(socket.arena().allocate(1), 1, new InetSocketAddress(request.address(), DISCARD_PORT));
    }

    private Reading<List<String>> await(Poll pause) {
        Deadline deadline = Deadline.in(request.timeout());
        Optional<Neighbour> entry = entry();
        while (UNKNOWN_STATES.contains(stateOf(entry)) && System.nanoTime() < deadline.endNanos()) {
            if (pause.until(Math.min(deadline.endNanos(), System.nanoTime() + STEP_NANOS)) == Poll.Woken.CANCELLED) {
                return Reading.unknown(Cause.CANCELLED, "", METHOD);
            }
            entry = entry();
        }
        return switch (stateOf(entry)) {
            case "none" -> Reading.unknown(Cause.NOT_SUPPORTED, "", METHOD);
            case "incomplete", "failed" -> Reading.known(List.of(), METHOD);
            default -> Reading.known(List.of(entry.map(Neighbour::mac).orElse("")), METHOD);
        };
    }

    private Optional<Neighbour> entry() {
        return state.get().value().stream().flatMap(known -> known.neighbours().stream())
            .filter(neighbour -> neighbour.address().equals(request.address()) && neighbour.link().equals(request.link())).findFirst();
    }

    private static String stateOf(Optional<Neighbour> entry) {
        return entry.map(Neighbour::state).orElse("none");
    }
}
