package org.faultline.host.plain;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.faultline.host.Failure;
import org.faultline.host.SelfReply;
import org.faultline.host.SelfReply.Step;
import org.faultline.host.SelfRequest;
import org.faultline.host.exchange.Deadline;
import org.faultline.model.Cause;

/** Both ends of a conversation with ourselves, on one thread, over the JDK's channels. For one conversation. */
final class SelfTalk {

    private static final int TOKEN_BYTES = 32;

    private final SelfRequest request;
    private final Deadline deadline;
    private final List<Waiting> open = new ArrayList<>();
    private final List<Duration> roundTrips = new ArrayList<>();
    private Step step = Step.SOCKET;
    private int lost;

    SelfTalk(SelfRequest request) {
        this.request = request;
        this.deadline = Deadline.in(request.timeout());
    }

    SelfReply talk() {
        Failure failure;
        try {
            failure = switch (request.transport()) {
                case TCP -> overTcp();
                case UDP -> overUdp();
            };
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException failed) {
            failure = switch (step) {
                case SOCKET -> SocketErrors.ofSocket(failed);
                case CONNECT, BIND -> SocketErrors.ofConnect(failed, deadline.elapsed());
                default -> failed instanceof IOException io ? SocketErrors.ofDatagram(io) : SocketErrors.ofSocket(failed);
            };
        } finally {
            open.forEach(Waiting::close);
        }
        return new SelfReply(failure.none() ? Step.DONE : step, failure, List.copyOf(roundTrips), lost, "nio");
    }

    private Failure overTcp() throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(NioWire.family(request.address()));
        Waiting listening = opened(listener);
        step = Step.BIND;
        listener.bind(new InetSocketAddress(request.address(), 0));
        step = Step.CONNECT;
        SocketChannel client = SocketChannel.open(NioWire.family(request.address()));
        Waiting connecting = opened(client);
        if (!client.connect(listener.getLocalAddress())) {
            Optional<Failure> silent = connecting.until(SelectionKey.OP_CONNECT, deadline, Failure.NO_REPLY);
            if (silent.isPresent()) {
                return silent.get();
            }
            client.finishConnect();
        }
        step = Step.ACCEPT;
        Optional<Failure> nobody = listening.until(SelectionKey.OP_ACCEPT, deadline, Failure.of(Cause.WRONG_PEER));
        if (nobody.isPresent()) {
            return nobody.get();
        }
        SocketChannel server = listener.accept();
        Waiting serving = opened(server);
        return server.getRemoteAddress().equals(client.getLocalAddress())
            ? rounds(new End<>(client, connecting), new End<>(server, serving)) : Failure.of(Cause.WRONG_PEER);
    }

    private Failure overUdp() throws IOException {
        DatagramChannel server = DatagramChannel.open(NioWire.family(request.address()));
        Waiting serving = opened(server);
        DatagramChannel client = DatagramChannel.open(NioWire.family(request.address()));
        Waiting asking = opened(client);
        step = Step.BIND;
        server.bind(new InetSocketAddress(request.address(), 0));
        client.bind(new InetSocketAddress(request.address(), 0));
        step = Step.CONNECT;
        client.connect(server.getLocalAddress());
        server.connect(client.getLocalAddress());
        return rounds(new End<>(client, asking), new End<>(server, serving));
    }

    private record End<C extends SelectableChannel & ByteChannel>(C channel, Waiting waiting) { }

    /** The first round, not counted, and those asked for; a datagram lost is counted, a stream that stalls ends it. */
    private Failure rounds(End<?> client, End<?> server) throws IOException {
        Failure last = Failure.NONE;
        for (int round = 0; round <= request.rounds() && last.cause() != Cause.CANCELLED && !deadline.passed(); round++) {
            long start = System.nanoTime();
            last = round(client, server);
            if (last.none() && round > 0) {
                roundTrips.add(Duration.ofNanos(System.nanoTime() - start));
            } else if (!last.none()) {
                lost++;
                step = last.cause() == Cause.NO_REPLY ? Step.ECHO : step;
            }
        }
        return roundTrips.isEmpty() || last.cause() == Cause.WRONG_PEER || last.cause() == Cause.CANCELLED ? last : Failure.NONE;
    }

    private Failure round(End<?> client, End<?> server) throws IOException {
        byte[] token = new byte[TOKEN_BYTES];
        ThreadLocalRandom.current().nextBytes(token);
        step = Step.SEND;
        client.channel().write(ByteBuffer.wrap(token));
        Failure there = expect(server, token);
        if (!there.none()) {
            return there;
        }
        server.channel().write(ByteBuffer.wrap(token));
        step = Step.ECHO;
        return expect(client, token);
    }

    /** A fifth of the whole time for each way, so that one lost datagram does not eat the others. */
    private Failure expect(End<?> end, byte[] token) throws IOException {
        Deadline wait = Deadline.in(Duration.ofMillis(Math.min(deadline.remainingMillis(), request.timeout().toMillis() / 5
            + 1)));
        ByteBuffer buffer = ByteBuffer.allocate(TOKEN_BYTES);
        while (buffer.hasRemaining()) {
            Optional<Failure> silent = end.waiting().until(SelectionKey.OP_READ, wait, Failure.NO_REPLY);
            if (silent.isPresent()) {
                return silent.get();
            }
            if (end.channel().read(buffer) < 0) {
                return Failure.of(Cause.CLOSED_EARLY);
            }
        }
        return Arrays.equals(buffer.array(), token) ? Failure.NONE : Failure.of(Cause.WRONG_PEER);
    }

    private Waiting opened(SelectableChannel channel) throws IOException {
        Waiting waiting = new Waiting(channel);
        open.add(waiting);
        channel.configureBlocking(false);
        return waiting;
    }
}
