package org.faultline.host.linux;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.faultline.host.Failure;
import org.faultline.host.TraceReply;
import org.faultline.host.TraceReply.Hop;
import org.faultline.host.TraceRequest;
import org.faultline.host.exchange.Deadline;
import org.faultline.host.linux.Prober.Heard;
import org.faultline.model.Cause;

/**
 * One trace: packets of every TTL at once, and a second one for those that were not answered. It ends with the timeout, or once
 * the
 * end of the way is known (the target, or whoever says that it goes no further) and
 * <ol>
 * <li>every router before it has answered, or
 * <li>the silent ones among them have had twice the slowest round trip for their second packet.
 * </ol>
 */
final class Trace {

    private static final int MOST_HOPS = 30;
    private static final long SHORTEST_SETTLE_NANOS = 50_000_000;

    private final Prober prober;
    private final Deadline deadline;
    private final InetAddress target;
    private final int most;
    private final long[] sentAt;
    private final long[] sentClock;
    private final Hop[] hops;
    private int end = Integer.MAX_VALUE;
    private boolean reached;
    private boolean secondSent;
    private long slowest;
    private long settledAt;

    private Trace(TraceRequest request, Prober prober, Deadline deadline) {
        this.prober = prober;
        this.deadline = deadline;
        target = request.target();
        most = Math.clamp(request.maxHops(), 1, MOST_HOPS);
        sentAt = new long[2 * most];
        sentClock = new long[2 * most];
        hops = new Hop[most + 1];
    }

    static TraceReply run(TraceRequest request) {
        Deadline deadline = Deadline.in(request.timeout());
        IcmpSocket icmp = IcmpSocket.open(request.target(), IcmpProber.PAYLOAD);
        if (!icmp.opened().none()) {
            icmp.close();
            try (Prober udp = new UdpProber(request.target())) {
                return new Trace(request, udp, deadline).run();
            }
        }
        try (Prober prober = new IcmpProber(icmp, request.target())) {
            int connected = icmp.connect(request.target(), false);
            return connected < 0 ? new TraceReply(icmp.failure(connected), List.of(), false, icmp.method())
                : new Trace(request, prober, deadline).run();
        }
    }

    private TraceReply run() {
        Optional<Failure> refused = sendAll(0);
        settledAt = deadline.startNanos() + deadlineLength() / 3;
        Poll poll = prober.poll();
        while (refused.isEmpty() && !complete()) {
            Poll.Woken woken = poll.until(Math.min(settledAt, deadline.endNanos()));
            collect();
            if (woken == Poll.Woken.CANCELLED) {
                return new TraceReply(Failure.of(Cause.CANCELLED), answered(), reached, prober.method());
            }
            if (System.nanoTime() >= settledAt) {
                if (secondSent) {
                    break;
                }
                refused = sendAll(1);
                secondSent = true;
                settledAt = end < Integer.MAX_VALUE ? System.nanoTime() + settle() : deadline.endNanos();
            }
        }
        return answeredNothing() && refused.isPresent() ? new TraceReply(refused.get(), List.of(), false, prober.method())
            : new TraceReply(Failure.NONE, answered(), reached, prober.method());
    }

    private long deadlineLength() {
        return deadline.endNanos() - deadline.startNanos();
    }

    private long settle() {
        return Math.max(SHORTEST_SETTLE_NANOS, 2 * slowest);
    }

    /**
     * An errno that an ICMP error for an earlier packet left behind is taken off and the packet sent again; another one ends
     * it.
     */
    private Optional<Failure> sendAll(int wave) {
        for (int ttl = 1; ttl <= Math.min(most, end); ttl++) {
            int probe = wave * most + ttl - 1;
            if (Objects.nonNull(hops[ttl])) {
                continue;
            }
            int result = send(probe, ttl);
            if (result < 0 && collect()) {
                result = send(probe, ttl);
            }
            if (result < 0) {
                return Optional.of(prober.failure(result));
            }
        }
        return Optional.empty();
    }

    private int send(int probe, int ttl) {
        collect();
        sentAt[probe] = System.nanoTime();
        sentClock[probe] = prober.now();
        return prober.send(probe, ttl);
    }

    private boolean collect() {
        boolean any = false;
        for (Heard heard : prober.heard()) {
            any = true;
            if (heard.probe() >= 0 && heard.probe() < sentAt.length && sentAt[heard.probe()] != 0) {
                record(heard);
            }
        }
        return any;
    }

    private void record(Heard heard) {
        int ttl = heard.probe() % most + 1;
        boolean underWay = heard.error().filter(SocketErrors::timeExceeded).isPresent();
        Duration roundTrip = RoundTrip.between(sentAt[heard.probe()], sentClock[heard.probe()], heard.stamp());
        if (Objects.isNull(hops[ttl])) {
            hops[ttl] = new Hop(ttl, Optional.of(heard.from()), Optional.of(roundTrip), heard.error().filter(_ -> !underWay));
        }
        slowest = Math.max(slowest, roundTrip.toNanos());
        reached |= heard.from().equals(target);
        if (!underWay && ttl < end) {
            end = ttl;
            settledAt = Math.min(settledAt, System.nanoTime() + settle());
        }
    }

    private boolean complete() {
        if (deadline.passed()) {
            return true;
        }
        for (int ttl = 1; ttl <= Math.min(end, most); ttl++) {
            if (Objects.isNull(hops[ttl])) {
                return false;
            }
        }
        return true;
    }

    private boolean answeredNothing() {
        return Arrays.stream(hops).noneMatch(Objects::nonNull);
    }

    private List<Hop> answered() {
        List<Hop> list = new ArrayList<>();
        for (int ttl = 1; ttl <= Math.min(end, most); ttl++) {
            list.add(Objects.requireNonNullElse(hops[ttl], new Hop(ttl, Optional.empty(), Optional.empty(), Optional.empty())));
        }
        return list;
    }
}
