package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.faultline.host.Failure;
import org.faultline.host.exchange.Deadline;
import org.faultline.host.exchange.Wire;
import org.faultline.host.exchange.Wire.Received;
import org.faultline.model.Cause;

/** One open TCP connection over a native socket. */
final class LinuxStream implements Wire.Stream {

    private static final int BUFFER = 16 * 1024;

    private final NativeSocket socket;
    private final MemorySegment buffer;
    private final Poll poll;
    private long waited;

    LinuxStream(NativeSocket socket) {
        this.socket = socket;
        buffer = socket.arena().allocate(BUFFER);
        poll = socket.poll(Poll.IN);
    }

    @Override
    public Failure send(byte[] bytes, Deadline deadline) {
        int done = 0;
        while (done < bytes.length) {
            int size = Math.min(BUFFER, bytes.length - done);
            MemorySegment.copy(bytes, done, buffer, JAVA_BYTE, 0, size);
            int sent = socket.send(buffer, size);
            if (sent >= 0) {
                done += sent;
            } else if (sent != -Errnos.EAGAIN) {
                return SocketErrors.explain(socket, sent);
            } else {
                Poll.Woken woken = await(Poll.OUT, deadline);
                if (woken != Poll.Woken.READY) {
                    return stalled(woken, deadline);
                }
            }
        }
        return Failure.NONE;
    }

    @Override
    public Received receive(int atMost, Deadline deadline) {
        MemorySegment into = buffer.asSlice(0, Math.clamp(atMost, 1, BUFFER));
        while (true) {
            int received = socket.receive(into);
            if (received > 0) {
                return Received.of(into.asSlice(0, received).toArray(JAVA_BYTE));
            }
            if (received == 0) {
                return Received.failed(Failure.of(Cause.CLOSED_EARLY));
            }
            if (received != -Errnos.EAGAIN) {
                return Received.failed(SocketErrors.explain(socket, received));
            }
            Poll.Woken woken = await(Poll.IN, deadline);
            if (woken != Poll.Woken.READY) {
                return Received.failed(stalled(woken, deadline));
            }
        }
    }

    private Poll.Woken await(int events, Deadline deadline) {
        long begin = System.nanoTime();
        Poll.Woken woken = poll.events(0, events).await(deadline);
        waited += System.nanoTime() - begin;
        return woken;
    }

    private Failure stalled(Poll.Woken woken, Deadline deadline) {
        return woken == Poll.Woken.TIMED_OUT ? deadline.overAfterWaiting(waited) : woken.failure();
    }

    @Override
    public void end() {
        socket.endOutput();
    }

    @Override
    public void close() {
        socket.close();
    }
}
