package org.faultline.host.plain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.exchange.Deadline;
import org.faultline.host.exchange.Wire;
import org.faultline.model.Cause;

/** A connected, non-blocking channel as a {@link Wire.Stream}. */
final class NioStream implements Wire.Stream {

    private static final Failure STALLED = Failure.of(Cause.STALLED);
    private static final Failure ENDED = Failure.of(Cause.CLOSED_EARLY);

    private final SocketChannel channel;
    private final Waiting waiting;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long waited;

    NioStream(SocketChannel channel, Waiting waiting) {
        this.channel = channel;
        this.waiting = waiting;
    }

    @Override
    public Failure send(byte[] bytes, Deadline deadline) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            while (channel.write(rest) >= 0 && rest.hasRemaining()) {
                Optional<Failure> gaveUp = await(SelectionKey.OP_WRITE, deadline);
                if (gaveUp.isPresent()) {
                    return gaveUp.get();
                }
            }
            return Failure.NONE;
        } catch (IOException _) {
            return whyUnsent();
        }
    }

    /** EPIPE and ECONNRESET look alike when writing; a read tells an end from a reset. */
    private Failure whyUnsent() {
        try {
            return channel.read(ByteBuffer.allocate(1)) < 0 ? Failure.of(Errno.EPIPE) : Failure.of(Errno.OTHER);
        } catch (IOException failed) {
            return SocketErrors.ofRead(failed);
        }
    }

    @Override
    public Wire.Received receive(int atMost, Deadline deadline) {
        if (buffer.capacity() < atMost) {
            buffer = ByteBuffer.allocate(atMost);
        }
        buffer.clear().limit(atMost);
        try {
            while (true) {
                Optional<Failure> gaveUp = await(SelectionKey.OP_READ, deadline);
                if (gaveUp.isPresent()) {
                    return Wire.Received.failed(gaveUp.get());
                }
                int count = channel.read(buffer);
                if (count < 0) {
                    return Wire.Received.failed(ENDED);
                }
                if (count > 0) {
                    return Wire.Received.of(Arrays.copyOf(buffer.array(), count));
                }
            }
        } catch (IOException failed) {
            return Wire.Received.failed(SocketErrors.ofRead(failed));
        }
    }

    private Optional<Failure> await(int operation, Deadline deadline) {
        long begin = System.nanoTime();
        Optional<Failure> gaveUp = waiting.until(operation, deadline, STALLED);
        waited += System.nanoTime() - begin;
        return gaveUp.map(failure -> failure == STALLED ? deadline.overAfterWaiting(waited) : failure);
    }

    @Override
    public void end() {
        try {
            channel.shutdownOutput();
        } catch (IOException _) {
            // The other side is gone already: there is nothing left to end.
        }
    }

    @Override
    public void close() {
        waiting.close();
    }
}
