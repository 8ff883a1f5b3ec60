package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.faultline.host.Failure;
import org.faultline.host.exchange.Deadline;
import org.faultline.host.exchange.Wire;

/** Streams and datagrams over native sockets, so that failures carry the errno and the ICMP error. */
final class LinuxWire implements Wire {

    @Override
    public Opened open(InetSocketAddress target, Deadline deadline) {
        Tcp.Attempt attempt = Tcp.open(target, deadline);
        return attempt.socket().<Opened>map(socket -> new Opened.Open(new LinuxStream(socket)))
            .orElseGet(() -> new Opened.NotOpen(attempt.failure()));
    }

    @Override
    public Received exchange(Query query, Deadline deadline) {
        try (NativeSocket socket = NativeSocket.open(Sockaddr.family(query.server().getAddress()), NativeSocket.DATAGRAM, 0)) {
            if (socket.opened() < 0) {
                return Received.failed(SocketErrors.opening(socket));
            }
            SocketErrors.keep(socket, query.server().getAddress());
            int connected = socket.connect(query.server());
            return connected < 0 ? Received.failed(SocketErrors.explain(socket, connected)) : converse(socket, query, deadline);
        }
    }

    private static Received converse(NativeSocket socket, Query query, Deadline deadline) {
        long again = deadline.startNanos() + Math.clamp(query.resendAfter().toMillis(), 0, 86_400_000L) * 1_000_000;
        MemorySegment payload = socket.arena().allocate(Math.max(1, query.payload().length));
        MemorySegment.copy(query.payload(), 0, payload, JAVA_BYTE, 0, query.payload().length);
        MessageReader reader = new MessageReader(socket, Math.max(1, query.largest()));
        Optional<Received> received = attempt(socket, payload, query, reader, Math.min(again, deadline.endNanos()));
        if (received.isEmpty() && again < deadline.endNanos()) {
            received = attempt(socket, payload, query, reader, deadline.endNanos());
        }
        return received.orElse(Received.failed(Failure.NO_REPLY));
    }

    /** Sends and waits; nothing if nothing was accepted until then. */
    private static Optional<Received> attempt(NativeSocket socket, MemorySegment payload, Query query, MessageReader reader,
        long until) {
        int sent = socket.send(payload, query.payload().length);
        if (sent < 0) {
            return Optional.of(Received.failed(SocketErrors.explain(socket, sent)));
        }
        Poll poll = socket.poll(Poll.IN);
        while (true) {
            Poll.Woken woken = poll.until(until);
            if (woken != Poll.Woken.READY) {
                return woken == Poll.Woken.TIMED_OUT ? Optional.empty() : Optional.of(Received.failed(woken.failure()));
            }
            if ((poll.ready(0) & Poll.ERROR) != 0) {
                Failure failure = SocketErrors.explain(socket, socket.pendingError());
                if (!failure.none()) {
                    return Optional.of(Received.failed(failure));
                }
            }
            Optional<byte[]> answer = reader.next().map(MessageReader.Received::data).filter(query.accepts());
            if (answer.isPresent()) {
                return answer.map(Received::of);
            }
        }
    }

    @Override
    public String method() {
        return "linux-socket";
    }
}
