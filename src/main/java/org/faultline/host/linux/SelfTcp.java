package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.SelfReply;
import org.faultline.host.SelfReply.Step;
import org.faultline.host.SelfRequest;
import org.faultline.host.exchange.Deadline;
import org.faultline.model.Cause;

/** One TCP conversation with ourselves: listen, connect, make sure that both ends are ours, pass tokens there and back. */
final class SelfTcp {

    private static final String METHOD = "tcp-socket";
    private static final int BACKLOG = 8;
    private static final int TCP = 6;
    private static final int TCP_INFO = 11;
    private static final int UNACKNOWLEDGED_AT = 24;
    private static final long SETTLE_NANOS = 20_000_000;

    private final SelfRequest request;
    private final Deadline deadline;
    private final SelfToken token = SelfToken.random();
    private final List<Duration> roundTrips = new ArrayList<>();

    SelfTcp(SelfRequest request) {
        this.request = request;
        deadline = Deadline.in(request.timeout());
    }

    SelfReply talk() {
        int family = Sockaddr.family(request.address());
        try (NativeSocket listener = NativeSocket.open(family, NativeSocket.STREAM, 0);
             NativeSocket client = NativeSocket.open(family, NativeSocket.STREAM, 0)) {
            if (listener.opened() < 0 || client.opened() < 0) {
                return ended(Step.SOCKET, SocketErrors.opening(listener.opened() < 0 ? listener : client));
            }
            client.resetOnClose();
            int bound = listener.bind(new InetSocketAddress(request.address(), 0));
            int listening = bound < 0 ? bound : listener.listen(BACKLOG);
            return listening < 0 ? ended(Step.BIND, Failure.of(Errnos.of(listening))) : connect(listener, client);
        }
    }

    private SelfReply connect(NativeSocket listener, NativeSocket client) {
        Optional<InetSocketAddress> name = listener.localName();
        Failure failure = name.map(to -> Tcp.handshake(client, scoped(to), deadline)).orElse(Failure.of(Errno.OTHER));
        if (!failure.none()) {
            return ended(Step.CONNECT, portsGone(failure));
        }
        int sent = client.send(token.write(client.arena(), 0), SelfToken.SIZE);
        return sent < 0 ? ended(Step.SEND, SocketErrors.explain(client, sent)) : accept(listener, client);
    }

    private InetSocketAddress scoped(InetSocketAddress name) {
        return new InetSocketAddress(request.address(), name.getPort());
    }

    /** Binding to the address worked, so it is there: what is not available is a port to connect from. */
    private static Failure portsGone(Failure failure) {
        return failure.errno() == Errno.EADDRNOTAVAIL
            ? new Failure(Cause.PORTS_EXHAUSTED, failure.errno(), failure.icmp()) : failure;
    }

    /**
     * Waits for our own client among those who connect. The token is on its way already: once somebody has acknowledged it and
     * our listener still has not got it, that was not our listener (a redirecting packet filter). A lost handshake packet
     * only delays.
     */
    private SelfReply accept(NativeSocket listener, NativeSocket client) {
        Poll poll = listener.poll(Poll.IN);
        boolean strangers = false;
        while (true) {
            boolean acknowledged = acknowledged(client);
            Poll.Woken woken = poll.until(Math.min(deadline.endNanos(), System.nanoTime() + SETTLE_NANOS));
            if (woken == Poll.Woken.CANCELLED) {
                return ended(Step.ACCEPT, woken.failure());
            }
            if (woken == Poll.Woken.READY) {
                try (NativeSocket accepted = listener.accept()) {
                    if (accepted.opened() >= 0 && accepted.peerName().equals(client.localName())) {
                        return rounds(client, accepted);
                    }
                    if (accepted.opened() < 0 && accepted.opened() != -Errnos.EAGAIN) {
                        return ended(Step.ACCEPT, Failure.of(accepted.errno()));
                    }
                    strangers |= accepted.opened() >= 0;
                }
            } else if (acknowledged) {
                return ended(Step.ACCEPT, Failure.of(Cause.WRONG_PEER));
            } else if (deadline.passed()) {
                return ended(Step.ACCEPT, strangers ? Failure.of(Cause.WRONG_PEER) : Failure.NO_REPLY);
            }
        }
    }

    /** {@code tcpi_unacked} of {@code struct tcp_info}: segments sent and not acknowledged. */
    private static boolean acknowledged(NativeSocket client) {
        MemorySegment info = client.arena().allocate(UNACKNOWLEDGED_AT + Integer.BYTES, Integer.BYTES);
        return client.get(TCP, TCP_INFO, info) == info.byteSize()
            && info.get(JAVA_INT, UNACKNOWLEDGED_AT) == 0;
    }

    private SelfReply rounds(NativeSocket client, NativeSocket server) {
        server.resetOnClose();
        for (int round = 0; round <= request.rounds(); round++) {
            long start = System.nanoTime();
            int sent = round == 0 ? 0 : client.send(token.write(client.arena(), round), SelfToken.SIZE);
            if (sent < 0) {
                return ended(Step.SEND, SocketErrors.explain(client, sent));
            }
            Failure failure = thereAndBack(client, server, round);
            if (!failure.none()) {
                return ended(Step.ECHO, failure);
            }
            if (round > 0) {
                roundTrips.add(Duration.ofNanos(System.nanoTime() - start));
            }
        }
        return ended(Step.DONE, Failure.NONE);
    }

    private Failure thereAndBack(NativeSocket client, NativeSocket server, int round) {
        MemorySegment there = server.arena().allocate(SelfToken.SIZE);
        Failure failure = receive(server, there);
        if (!failure.none()) {
            return failure;
        }
        int sent = server.send(there, SelfToken.SIZE);
        if (sent < 0) {
            return SocketErrors.explain(server, sent);
        }
        MemorySegment back = client.arena().allocate(SelfToken.SIZE);
        failure = receive(client, back);
        return failure.none() && token.round(back.toArray(JAVA_BYTE)).filter(own -> own == round).isEmpty()
            ? Failure.of(Cause.WRONG_PEER) : failure;
    }

    private Failure receive(NativeSocket socket, MemorySegment all) {
        long got = 0;
        while (got < all.byteSize()) {
            int received = socket.receive(all.asSlice(got));
            if (received == 0) {
                return Failure.of(Cause.CLOSED_EARLY);
            }
            if (received > 0) {
                got += received;
            } else if (received != -Errnos.EAGAIN) {
                return SocketErrors.explain(socket, received);
            } else {
                Poll.Woken woken = socket.poll(Poll.IN).await(deadline);
                if (woken != Poll.Woken.READY) {
                    return woken.failure();
                }
            }
        }
        return Failure.NONE;
    }

    private SelfReply ended(Step step, Failure failure) {
        return new SelfReply(step, failure, List.copyOf(roundTrips),
            step == Step.DONE ? 0 : request.rounds() - roundTrips.size(), METHOD);
    }
}
