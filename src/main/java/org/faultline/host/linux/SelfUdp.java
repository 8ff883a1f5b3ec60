package org.faultline.host.linux;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.SelfReply;
import org.faultline.host.SelfReply.Step;
import org.faultline.host.SelfRequest;
import org.faultline.host.exchange.Deadline;
import org.faultline.model.Cause;

/** One UDP conversation with ourselves: bind, connect, pass numbered tokens there and back and count those that do not return. */
final class SelfUdp {

    private static final String METHOD = "udp-socket";

    /** So that one lost datagram does not hold up the others; a later answer still counts. */
    private static final long SHORTEST_WAIT_NANOS = 20_000_000;

    private final SelfRequest request;
    private final Deadline deadline;
    private final SelfToken token = SelfToken.random();
    private final long[] sentAt;
    private final Duration[] roundTrips;
    private Optional<Failure> heard = Optional.empty();

    SelfUdp(SelfRequest request) {
        this.request = request;
        deadline = Deadline.in(request.timeout());
        sentAt = new long[request.rounds() + 1];
        roundTrips = new Duration[request.rounds() + 1];
    }

    SelfReply talk() {
        int family = Sockaddr.family(request.address());
        try (NativeSocket server = NativeSocket.open(family, NativeSocket.DATAGRAM, 0);
             NativeSocket client = NativeSocket.open(family, NativeSocket.DATAGRAM, 0)) {
            if (server.opened() < 0 || client.opened() < 0) {
                return ended(Step.SOCKET, SocketErrors.opening(server.opened() < 0 ? server : client));
            }
            int bound = server.bind(new InetSocketAddress(request.address(), 0));
            if (bound < 0) {
                return ended(Step.BIND, Failure.of(Errnos.of(bound)));
            }
            SocketErrors.keep(client, request.address());
            int port = server.localName().map(InetSocketAddress::getPort).orElse(0);
            int connected = client.connect(new InetSocketAddress(request.address(), port));
            return connected < 0 ? ended(Step.CONNECT, portsGone(connected)) : rounds(server, client);
        }
    }

    /** Binding to the address worked, so it is there: what is not available is a port to send from. */
    private static Failure portsGone(int result) {
        Errno errno = Errnos.of(result);
        return errno == Errno.EADDRNOTAVAIL ? new Failure(Cause.PORTS_EXHAUSTED, errno, Optional.empty()) : Failure.of(errno);
    }

    private SelfReply rounds(NativeSocket server, NativeSocket client) {
        MessageReader atServer = new MessageReader(server, SelfToken.SIZE);
        MessageReader atClient = new MessageReader(client, SelfToken.SIZE);
        Poll poll = new Poll(client.arena(), client.opened(), server.opened()).events(0, Poll.IN).events(1, Poll.IN);
        for (int round = 0; round <= request.rounds() && !deadline.passed() && heard.isEmpty(); round++) {
            int sent = client.send(token.write(client.arena(), round), SelfToken.SIZE);
            if (sent < 0) {
                return ended(answered() ? Step.ECHO : Step.SEND, SocketErrors.explain(client, sent));
            }
            sentAt[round] = System.nanoTime();
            long left = deadline.remainingNanos() / (request.rounds() + 1 - round);
            collect(server, atServer, client, atClient, poll, sentAt[round] + Math.max(left, SHORTEST_WAIT_NANOS), round);
        }
        if (Thread.currentThread().isInterrupted()) {
            return ended(Step.ECHO, Poll.Woken.CANCELLED.failure());
        }
        return heard.map(failure -> ended(Step.ECHO, failure))
            .orElseGet(() -> answered() ? ended(Step.DONE, Failure.NONE) : ended(Step.ECHO, Failure.NO_REPLY));
    }

    /** Answers and collects until this round is back, or its time is over. */
    private void collect(NativeSocket server, MessageReader atServer, NativeSocket client, MessageReader atClient, Poll poll,
                         long until, int round) {
        while (Objects.isNull(roundTrips[round]) && heard.isEmpty()
            && poll.until(Math.min(until, deadline.endNanos())) == Poll.Woken.READY) {
            if ((poll.ready(0) & Poll.ERROR) != 0) {
                heard = Optional.of(SocketErrors.explain(client, client.pendingError())).filter(failure -> !failure.none());
            }
            atServer.next().ifPresent(there -> answer(server, client, there));
            atClient.next().flatMap(back -> token.round(back.data())).filter(known -> known >= 0 && known < roundTrips.length)
                .filter(known -> Objects.isNull(roundTrips[known]))
                .ifPresent(known -> roundTrips[known] = Duration.ofNanos(System.nanoTime() - sentAt[known]));
        }
    }

    /** Only to ourselves; our token from another address means that somebody rewrites it on the way. */
    private void answer(NativeSocket server, NativeSocket client, MessageReader.Received there) {
        Optional<Integer> round = token.round(there.data());
        if (round.isEmpty()) {
            return;
        }
        if (!there.name().equals(client.localName())) {
            heard = Optional.of(Failure.of(Cause.WRONG_PEER));
            return;
        }
        int sent = server.send(token.write(server.arena(), round.get()), SelfToken.SIZE, there.name().get());
        if (sent < 0) {
            heard = Optional.of(Failure.of(Errnos.of(sent)));
        }
    }

    private boolean answered() {
        return IntStream.range(0, roundTrips.length).anyMatch(round -> Objects.nonNull(roundTrips[round]));
    }

    private SelfReply ended(Step step, Failure failure) {
        List<Duration> measured = IntStream.range(1, roundTrips.length).mapToObj(round -> roundTrips[round])
            .filter(Objects::nonNull).toList();
        int sent = answered() ? (int) IntStream.range(1, sentAt.length).filter(round -> sentAt[round] != 0).count() : request.rounds();
        return new SelfReply(step, failure, measured, sent - measured.size(), METHOD);
    }
}
