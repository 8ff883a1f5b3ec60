package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Receives datagrams with what the kernel tells beside them (recvmsg(2)), from a socket's data or its error queue. */
final class MessageReader {

    /** @param name who sent it; from the error queue, where our datagram was going */
    record Received(byte[] data, Optional<InetSocketAddress> name, ControlMessages control) { }

    private static final int MSG_ERRQUEUE = 0x2000;
    private static final int HEADER = 56;
    private static final int CONTROL = 512;

    private final NativeSocket socket;
    private final MemorySegment header;
    private final MemorySegment name;
    private final MemorySegment data;
    private final MemorySegment control;

    /** @param largest bytes of a datagram that are kept */
    MessageReader(NativeSocket socket, int largest) {
        this.socket = socket;
        name = socket.arena().allocate(Sockaddr.SIZE, Long.BYTES);
        data = socket.arena().allocate(largest, Long.BYTES);
        control = socket.arena().allocate(CONTROL, Long.BYTES);
        header = socket.arena().allocate(HEADER, Long.BYTES);
        MemorySegment vector = socket.arena().allocate(16, Long.BYTES);
        vector.set(ADDRESS, 0, data);
        vector.set(JAVA_LONG, 8, largest);
        header.set(ADDRESS, 0, name);
        header.set(ADDRESS, 16, vector);
        header.set(JAVA_LONG, 24, 1);
        header.set(ADDRESS, 32, control);
    }

    /** The next datagram, if one is there. An error that waits on the socket is taken off and passed over. */
    Optional<Received> next() {
        return receive(0);
    }

    /** The next entry of the error queue, if one is there. */
    Optional<Received> nextError() {
        return receive(MSG_ERRQUEUE);
    }

    private Optional<Received> receive(int flags) {
        name.fill((byte) 0);
        header.set(JAVA_INT, 8, Sockaddr.SIZE);
        header.set(JAVA_LONG, 40, CONTROL);
        int received = Libc.call(Libc.RECEIVE_MESSAGE, socket.opened(), header.address(), flags);
        if (received < 0) {
            return Optional.empty();
        }
        long told = Math.clamp(header.get(JAVA_LONG, 40), 0, CONTROL);
        return Optional.of(new Received(data.asSlice(0, Math.min(received, data.byteSize())).toArray(JAVA_BYTE),
            Sockaddr.read(name),
            ControlMessages.parse(control.asSlice(0, told).toArray(JAVA_BYTE))));
    }
}
