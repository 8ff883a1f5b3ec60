package org.faultline.host.linux;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.linux.IcmpSocket.Refusal;
import org.faultline.host.linux.IcmpSocket.Reply;
import org.faultline.model.Cause;

/**
 * One series of echo requests. It ends as soon as one of these holds:
 * <ol>
 * <li>every request has its reply or its refusal;
 * <li>replies are no longer to be expected: see {@link #patientUntil()};
 * <li>the kernel refuses to send;
 * <li>refused: no reply so far, and two refusals, or one and then silence (routers send about one error a second).
 * </ol>
 */
final class EchoSeries {

    /** One refusal and this long nothing else: the router keeps quiet by its rate limit, not because the next packet passed. */
    private static final long QUIET_NANOS = 100_000_000;
    private static final int MOST = 10_000;
    private static final int LARGEST_PAYLOAD = 65_507;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final EchoRequest request;
    private final IcmpSocket socket;
    private final long timeout;
    private final long[] sentAt;
    private final long[] sentClock;
    private final Duration[] roundTrips;
    private final boolean[] refused;
    private int sent;
    private int received;
    private int refusals;
    private long refusedAt;
    private int ttl;
    private Optional<Failure> refusal = Optional.empty();
    private Optional<Failure> stopped = Optional.empty();

    private EchoSeries(EchoRequest request, IcmpSocket socket) {
        this.request = request;
        this.socket = socket;
        timeout = nanos(request.timeout());
        int count = Math.clamp(request.count(), 1, MOST);
        sentAt = new long[count];
        sentClock = new long[count];
        roundTrips = new Duration[count];
        refused = new boolean[count];
    }

    static EchoReply run(EchoRequest request) {
        InetAddress target = request.target();
        try (IcmpSocket socket = IcmpSocket.open(target, Math.clamp(request.payload(), 0, LARGEST_PAYLOAD))) {
            EchoSeries series = new EchoSeries(request, socket);
            if (!socket.opened().none()) {
                return series.ended(socket.opened());
            }
            int connected = socket.connect(target, request.dontFragment());
            return connected < 0 ? series.ended(socket.failure(connected)) : series.run();
        }
    }

    private EchoReply run() {
        Poll poll = socket.poll();
        long interval = nanos(request.interval());
        long start = System.nanoTime();
        while (!over()) {
            boolean more = sent < sentAt.length;
            long next = start + sent * interval;
            if (more && System.nanoTime() >= next) {
                send();
                continue;
            }
            long until = more ? next : patientUntil();
            if (refusals > 0 && received == 0) {
                until = Math.min(until, refusedAt + QUIET_NANOS);
            }
            Poll.Woken woken = poll.until(until);
            collect();
            if (woken == Poll.Woken.CANCELLED) {
                return ended(woken.failure());
            }
        }
        return ended(received > 0 ? Failure.NONE : refusal.or(() -> stopped).orElse(Failure.NO_REPLY));
    }

    /**
     * Until when a missing reply is waited for. While none has come at all: the timeout of the first request, as whoever is silent to all of
     * them is not going to answer the last. Then: four times the slowest reply so far and 100 ms after the last request, the timeout at most,
     * as replies tell how far it is. Example: replies took up to 12 ms, so one that is missing after 148 ms is lost.
     */
    private long patientUntil() {
        OptionalLong slowest = Arrays.stream(roundTrips).filter(Objects::nonNull).mapToLong(Duration::toNanos).max();
        return slowest.isEmpty()
            ? Math.max(sentAt[0] + timeout, sentAt[sent - 1])
            : sentAt[sent - 1] + Math.min(timeout, 4 * slowest.getAsLong() + 100_000_000);
    }

    private boolean over() {
        boolean allSent = sent == sentAt.length;
        boolean settled = allSent && IntStream.range(0, sent).allMatch(i -> refused[i] || Objects.nonNull(roundTrips[i]));
        boolean timedOut = allSent && System.nanoTime() >= patientUntil();
        boolean refusedAltogether = received == 0
            && (refusals > 1 || refusals == 1 && System.nanoTime() - refusedAt >= QUIET_NANOS);
        return settled || timedOut || refusedAltogether || stopped.isPresent();
    }

    /**
     * An error that waits for an earlier request would be returned for this one: take it off first, and after that try once
     * more.
     */
    private void send() {
        collectRefusals();
        sentAt[sent] = System.nanoTime();
        sentClock[sent] = socket.now();
        int result = socket.send(sent);
        if (result < 0 && collectRefusals()) {
            sentAt[sent] = System.nanoTime();
            sentClock[sent] = socket.now();
            result = socket.send(sent);
        }
        if (result >= 0) {
            sent++;
        } else if (stopped.isEmpty()) {
            stopped = Optional.of(socket.failure(result));
        }
    }

    private void collect() {
        collectRefusals();
        for (Optional<Optional<Reply>> next = socket.next(); next.isPresent(); next = socket.next()) {
            next.get().ifPresent(this::replied);
        }
    }

    /** Later than its timeout is lost, and so is a second reply to the same request. */
    private void replied(Reply reply) {
        int index = reply.sequence();
        if (index >= sent || Objects.nonNull(roundTrips[index])) {
            return;
        }
        Duration roundTrip = RoundTrip.between(sentAt[index], sentClock[index], reply.stamp());
        if (roundTrip.toNanos() <= timeout) {
            roundTrips[index] = roundTrip;
            ttl = reply.ttl();
            received++;
        }
    }

    private boolean collectRefusals() {
        boolean any = false;
        for (Optional<Refusal> next = socket.nextRefusal(); next.isPresent(); next = socket.nextRefusal()) {
            any = true;
            refused(next.get());
        }
        return any;
    }

    /** An error of the local kernel's own comes back from send as well; only the one for size says more here: the MTU. */
    private void refused(Refusal next) {
        if (next.error().icmp().isEmpty()) {
            if (next.error().errno() == Errno.EMSGSIZE) {
                stopped = Optional.of(socket.failure(next.error()));
            }
            return;
        }
        next.sequence().filter(index -> index < sent).ifPresent(index -> refused[index] = true);
        refusal = refusal.or(() -> Optional.of(socket.failure(next.error())));
        refusals++;
        refusedAt = System.nanoTime();
    }

    private EchoReply ended(Failure why) {
        List<Duration> others = new ArrayList<>();
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < sent; i++) {
            if (Objects.isNull(roundTrips[i])) {
                lost.add(i);
            } else if (i > 0) {
                others.add(roundTrips[i]);
            }
        }
        Failure told = why.cause() == Cause.CANCELLED || received == 0 ? why : Failure.NONE;
        String method = socket.opened().none() ? socket.method() : "icmp-datagram-socket and icmp-raw-socket refused";
        return new EchoReply(told, sent, received, Optional.ofNullable(roundTrips[0]), List.copyOf(others), List.copyOf(lost),
            ttl, method);
    }

    private static long nanos(Duration duration) {
        return duration.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : Math.max(0, duration.toNanos());
    }
}
