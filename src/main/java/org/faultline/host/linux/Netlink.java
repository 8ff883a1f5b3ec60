package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.faultline.host.exchange.Deadline;

/**
 * Asks the kernel over one netlink socket (netlink(7)), which is opened at the first question and kept: opening one each time
 * doubles the cost of a snapshot. For several threads. After any failure the socket is replaced, so that no late answer to
 * an abandoned question is taken for the answer to the next.
 */
final class Netlink {

    static final int ROUTE = 0;
    static final int SOCKET_DIAGNOSIS = 4;

    private static final int AF_NETLINK = 16;
    private static final int REQUEST = 0x1;
    private static final int DUMP = 0x300;
    private static final int LARGEST_DATAGRAM = 64 * 1024;

    /** Enough for some 300,000 routes; the rest of a larger table is not read. */
    private static final int LARGEST_ANSWER = 32 * 1024 * 1024;

    /** @param result 0, or minus the errno; {@link #GAVE_UP} when the answer was not complete in time
     *  @param messages all of the answer, or what came of it before the failure */
    record Answer(int result, byte[] messages) {

        /** Minus ETIMEDOUT. */
        static final int GAVE_UP = -110;
    }

    /** The kept socket with its memory; {@code spoiled} once an answer may still be on its way. */
    private static final class Connection {

        private final NativeSocket socket;
        private final MemorySegment buffer;
        private final Poll poll;
        private boolean spoiled;

        Connection(int protocol) {
            socket = NativeSocket.openShared(AF_NETLINK, NativeSocket.RAW, protocol);
            buffer = socket.arena().allocate(LARGEST_DATAGRAM, Long.BYTES);
            poll = socket.poll(Poll.IN);
            spoiled = socket.opened() < 0;
        }
    }

    private final int protocol;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Connection> kept = Optional.empty();
    private int sequence;

    Netlink(int protocol) {
        this.protocol = protocol;
    }

    /** All objects of a kind. */
    Answer dump(int type, byte[] body, Deadline deadline) {
        return ask(type, REQUEST | DUMP, body, deadline);
    }

    /** One object. */
    Answer get(int type, byte[] body, Deadline deadline) {
        return ask(type, REQUEST, body, deadline);
    }

    private Answer ask(int type, int flags, byte[] body, Deadline deadline) {
        lock.lock();
        try {
            Connection connection = kept.orElseGet(() -> new Connection(protocol));
            Answer answer = connection.spoiled ? failed(connection.socket.opened())
                : ask(connection, type, flags, body, deadline);
            kept = Optional.of(connection).filter(open -> !open.spoiled);
            if (connection.spoiled) {
                connection.socket.close();
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }

    private Answer ask(Connection connection, int type, int flags, byte[] body, Deadline deadline) {
        ByteBuffer request = ByteBuffer.allocate(NetlinkMessages.HEADER + body.length).order(ByteOrder.nativeOrder());
        request.putInt(request.capacity()).putShort((short) type).putShort((short) flags).putInt(++sequence).putInt(0).put(body);
        MemorySegment.copy(request.array(), 0, connection.buffer, JAVA_BYTE, 0, request.capacity());
        int sent = connection.socket.send(connection.buffer, request.capacity());
        connection.spoiled = true;
        return sent < 0 ? failed(sent) : receive(connection, (flags & DUMP) != 0, deadline);
    }

    private Answer receive(Connection connection, boolean dump, Deadline deadline) {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        while (messages.size() < LARGEST_ANSWER) {
            int received = connection.socket.receive(connection.buffer);
            if (received == -Errnos.EAGAIN) {
                if (connection.poll.await(deadline) != Poll.Woken.READY) {
                    break;
                }
                continue;
            }
            if (received < 0) {
                return new Answer(received, messages.toByteArray());
            }
            byte[] datagram = connection.buffer.asSlice(0, received).toArray(JAVA_BYTE);
            messages.writeBytes(datagram);
            Optional<Integer> end = end(datagram, dump);
            if (end.isPresent()) {
                connection.spoiled = false;
                return new Answer(end.get(), messages.toByteArray());
            }
        }
        return new Answer(Answer.GAVE_UP, messages.toByteArray());
    }

    /** How the answer ended, if this datagram ends it: a dump by DONE, a single answer by any message, both by ERROR. */
    private Optional<Integer> end(byte[] datagram, boolean dump) {
        return NetlinkMessages.split(datagram).stream()
            .filter(message -> message.sequence() == sequence)
            .filter(message -> !dump || message.ends())
            .map(message -> message.ends() ? message.result() : 0)
            .findFirst();
    }

    private static Answer failed(int result) {
        return new Answer(result, new byte[0]);
    }
}
