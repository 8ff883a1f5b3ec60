package org.faultline.host.linux;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.faultline.host.Reading;
import org.faultline.host.ScanRequest;
import org.faultline.host.exchange.Deadline;
import org.faultline.model.Cause;

/**
 * Connects to every TCP port of an address of our own.
 *
 * <p>On loopback a connection is made or refused inside the call itself: SYN and RST pass in the same softirq. Nothing is ever in flight, so
 * a selector would only cost, and a refused socket may connect again, which saves two calls a port (measured: 0.4 s on two cores, against
 * 2.8 s with a selector). Two threads: more do not help on loopback.
 */
final class PortScan {

    private static final String METHOD = "tcp-connect-scan";
    private static final int LAST = 65_535;
    private static final int THREADS = 2;

    /** An address that drops instead of refusing would take a day at the kernel's own patience. */
    private static final int SILENCE_MS = 20;

    private final InetAddress address;
    private final Deadline deadline;
    private final BitSet open = new BitSet(LAST + 1);
    private volatile Cause trouble = Cause.NONE;

    private PortScan(ScanRequest request) {
        address = request.address();
        deadline = Deadline.in(request.timeout());
    }

    static Reading<List<Integer>> run(ScanRequest request) {
        return new PortScan(request).all();
    }

    private Reading<List<Integer>> all() {
        List<Thread> threads = IntStream.range(0, THREADS).mapToObj(part -> Thread.ofPlatform().name("scan-" + part).daemon()
            .start(() -> scan(1 + part))).toList();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            trouble = Cause.CANCELLED;
            Thread.currentThread().interrupt();
        }
        return trouble == Cause.NONE ? Reading.known(open.stream().boxed().toList(), METHOD) : Reading.unknown(trouble, "", METHOD);
    }

    /** Every other port, from this one on. */
    private void scan(int first) {
        List<Integer> found = new ArrayList<>();
        int port = first;
        while (port <= LAST && trouble == Cause.NONE) {
            port = withOneSocket(port, found);
        }
        synchronized (open) {
            found.forEach(open::set);
        }
    }

    /** Goes on until the socket is used up: connected, or left in the middle of a handshake. @return the next port */
    private int withOneSocket(int first, List<Integer> found) {
        try (NativeSocket socket = NativeSocket.open(Sockaddr.family(address), NativeSocket.STREAM, 0)) {
            if (socket.opened() < 0) {
                trouble = SocketErrors.opening(socket).cause();
                return first;
            }
            socket.resetOnClose();
            Poll poll = socket.poll(Poll.OUT);
            for (int port = first; port <= LAST; port += THREADS) {
                if (deadline.passed()) {
                    trouble = Cause.TIMED_OUT;
                    return port;
                }
                int result = socket.connect(new InetSocketAddress(address, port));
                if (result == -Errnos.EINPROGRESS) {
                    result = poll.until(System.nanoTime() + SILENCE_MS * 1_000_000L) == Poll.Woken.READY ? socket.pendingError() : result;
                }
                if (result == -Errnos.EADDRNOTAVAIL) {
                    trouble = Cause.PORTS_EXHAUSTED;
                    return port;
                }
                if (result == 0 && !Tcp.withItself(socket)) {
                    found.add(port);
                }
                if (result == 0 || result == -Errnos.EINPROGRESS) {
                    return port + THREADS;
                }
            }
            return LAST + 1;
        }
    }
}
