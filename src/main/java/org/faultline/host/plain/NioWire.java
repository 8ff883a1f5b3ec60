package org.faultline.host.plain;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.exchange.Deadline;
import org.faultline.host.exchange.Wire;
import org.faultline.model.Cause;

/**
 * A wire made of the JDK's own channels, for every system. Never blocks in a socket call, so that the deadline and interruption
 * hold everywhere. It sees no ICMP errors, and errno only as far as {@link SocketErrors} can tell it.
 */
public final class NioWire implements Wire {

    @Override
    public Opened open(InetSocketAddress target, Deadline deadline) {
        SocketChannel channel;
        try {
            channel = SocketChannel.open(family(target.getAddress()));
        } catch (IOException | UnsupportedOperationException refused) {
            return new Opened.NotOpen(SocketErrors.ofSocket(refused));
        }
        Waiting waiting = new Waiting(channel);
        Failure failure = connect(channel, waiting, target, deadline);
        if (failure.none()) {
            return new Opened.Open(new NioStream(channel, waiting));
        }
        waiting.close();
        return new Opened.NotOpen(failure);
    }

    private static Failure connect(SocketChannel channel, Waiting waiting, InetSocketAddress target, Deadline deadline) {
        try {
            channel.configureBlocking(false);
            boolean connected = channel.connect(target);
            while (!connected) {
                Optional<Failure> gaveUp = waiting.until(SelectionKey.OP_CONNECT, deadline, Failure.NO_REPLY);
                if (gaveUp.isPresent()) {
                    return gaveUp.get();
                }
                connected = channel.finishConnect();
            }
            return target.equals(channel.getLocalAddress()) ? Failure.of(Errno.ECONNREFUSED) : Failure.NONE;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException failed) {
            return SocketErrors.ofConnect(failed, deadline.elapsed());
        }
    }

    @Override
    public Received exchange(Query query, Deadline deadline) {
        DatagramChannel channel;
        try {
            channel = DatagramChannel.open(family(query.server().getAddress()));
        } catch (IOException | UnsupportedOperationException refused) {
            return Received.failed(SocketErrors.ofSocket(refused));
        }
        try (Waiting waiting = new Waiting(channel)) {
            channel.configureBlocking(false);
            channel.connect(query.server());
            return converse(channel, waiting, query, deadline);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException failed) {
            return Received.failed(SocketErrors.ofConnect(failed, deadline.elapsed()));
        }
    }

    private static Received converse(DatagramChannel channel, Waiting waiting, Query query, Deadline deadline) {
        ByteBuffer buffer = ByteBuffer.allocate(query.largest());
        try {
            for (Deadline round : rounds(query, deadline)) {
                channel.write(ByteBuffer.wrap(query.payload()));
                Received received = await(channel, waiting, query, buffer, round);
                if (received.failure().cause() != Cause.NO_REPLY) {
                    return received;
                }
            }
            return Received.failed(Failure.NO_REPLY);
        } catch (IOException failed) {
            return Received.failed(SocketErrors.ofDatagram(failed));
        }
    }

    /** Until the payload is sent again, and until the end. */
    private static List<Deadline> rounds(Query query, Deadline deadline) {
        Deadline first = new Deadline(deadline.startNanos(), deadline.startNanos() + query.resendAfter().toNanos());
        return first.endNanos() < deadline.endNanos() ? List.of(first, deadline) : List.of(deadline);
    }

    private static Received await(DatagramChannel channel, Waiting waiting, Query query, ByteBuffer buffer, Deadline until)
        throws IOException {
        while (true) {
            Optional<Failure> gaveUp = waiting.until(SelectionKey.OP_READ, until, Failure.NO_REPLY);
            if (gaveUp.isPresent()) {
                return Received.failed(gaveUp.get());
            }
            buffer.clear();
            if (channel.read(buffer) > 0) {
                byte[] datagram = Arrays.copyOf(buffer.array(), buffer.position());
                if (query.accepts().test(datagram)) {
                    return Received.of(datagram);
                }
            }
        }
    }

    @Override
    public String method() {
        return "nio";
    }

    static StandardProtocolFamily family(InetAddress address) {
        return address instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }
}
