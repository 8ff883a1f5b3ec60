package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.faultline.host.Errno;

/**
 * One non-blocking socket and the native memory used with it, both given back by {@link #close()}. For the thread that
 * opened it, unless opened shared.
 * Methods that return {@code int} return minus the errno when they fail, and so does {@link #opened()}.
 */
final class NativeSocket implements AutoCloseable {

    static final int STREAM = 1;
    static final int DATAGRAM = 2;
    static final int RAW = 3;
    static final int IPPROTO_ICMP = 1;
    static final int IPPROTO_ICMPV6 = 58;
    static final int SOL_SOCKET = 1;
    static final int SOL_IP = 0;
    static final int SOL_IPV6 = 41;

    private static final int CLOEXEC = 0x80000;
    private static final int NONBLOCK_CLOEXEC = 0x800 | CLOEXEC;
    private static final int SO_SNDTIMEO = 21;
    private static final int SO_ERROR = 4;
    private static final int IP_TTL = 2;
    private static final int IPV6_UNICAST_HOPS = 16;
    private static final int SO_LINGER = 13;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int SHUT_WR = 1;

    private final Arena arena;
    private final int descriptor;
    private final MemorySegment name;
    private final MemorySegment number;

    private NativeSocket(Arena arena, int descriptor) {
        this.arena = arena;
        this.descriptor = descriptor;
        name = arena.allocate(Sockaddr.SIZE, Long.BYTES);
        number = arena.allocate(Long.BYTES, Long.BYTES);
    }

    static NativeSocket open(int family, int type, int protocol) {
        return open(Arena.ofConfined(), family, type, protocol);
    }

    /** One whose calls wait, at most this long for a connection (SO_SNDTIMEO); connect then returns minus EINPROGRESS. */
    static NativeSocket openWaiting(int family, int type, int milliseconds) {
        Arena arena = Arena.ofConfined();
        NativeSocket socket = new NativeSocket(arena, Libc.call(Libc.SOCKET, family, type | CLOEXEC, 0));
        MemorySegment patience = arena.allocate(2L * Long.BYTES, Long.BYTES);
        patience.set(JAVA_LONG, Long.BYTES, milliseconds * 1_000L);
        socket.set(SOL_SOCKET, SO_SNDTIMEO, patience);
        return socket;
    }

    /** For several threads, one at a time: who keeps it guards it. */
    static NativeSocket openShared(int family, int type, int protocol) {
        return open(Arena.ofShared(), family, type, protocol);
    }

    private static NativeSocket open(Arena arena, int family, int type, int protocol) {
        return new NativeSocket(arena, Libc.call(Libc.SOCKET, family, type | NONBLOCK_CLOEXEC, protocol));
    }

    /** The descriptor, or minus the errno of socket(2). */
    int opened() {
        return descriptor;
    }

    Arena arena() {
        return arena;
    }

    Poll poll(int events) {
        return new Poll(arena, descriptor).events(0, events);
    }

    int bind(InetSocketAddress address) {
        return Libc.call(Libc.BIND, descriptor, name.address(), Sockaddr.write(name, address));
    }

    int listen(int backlog) {
        return Libc.call(Libc.LISTEN, descriptor, backlog);
    }

    /** 0 when connected at once, or minus EINPROGRESS among others. */
    int connect(InetSocketAddress address) {
        return Libc.call(Libc.CONNECT, descriptor, name.address(), Sockaddr.write(name, address));
    }

    /** Ends our half of a connection; one that is gone already has no half to end. */
    void endOutput() {
        Libc.call(Libc.SHUTDOWN, descriptor, SHUT_WR);
    }

    NativeSocket accept() {
        return new NativeSocket(Arena.ofConfined(), Libc.call(Libc.ACCEPT, descriptor, 0, 0, NONBLOCK_CLOEXEC));
    }

    int send(MemorySegment bytes, long length) {
        return Libc.call(Libc.SEND_TO, descriptor, bytes.address(), length, MSG_NOSIGNAL, 0, 0);
    }

    int send(MemorySegment bytes, long length, InetSocketAddress to) {
        int size = Sockaddr.write(name, to);
        return Libc.call(Libc.SEND_TO, descriptor, bytes.address(), length, MSG_NOSIGNAL, name.address(), size);
    }

    /** For addresses of other families, in their own layout, at most {@link Sockaddr#SIZE} bytes. */
    int bindRaw(byte[] address) {
        name.asSlice(0, address.length).copyFrom(MemorySegment.ofArray(address));
        return Libc.call(Libc.BIND, descriptor, name.address(), address.length);
    }

    int sendRaw(MemorySegment bytes, byte[] to) {
        name.asSlice(0, to.length).copyFrom(MemorySegment.ofArray(to));
        return Libc.call(Libc.SEND_TO, descriptor, bytes.address(), bytes.byteSize(), MSG_NOSIGNAL, name.address(), to.length);
    }

    int receive(MemorySegment into) {
        return Libc.call(Libc.RECEIVE, descriptor, into.address(), into.byteSize(), 0);
    }

    int set(int level, int option, int value) {
        number.set(JAVA_INT, 0, value);
        return Libc.call(Libc.SET_OPTION, descriptor, level, option, number.address(), Integer.BYTES);
    }

    int set(int level, int option, MemorySegment value) {
        return Libc.call(Libc.SET_OPTION, descriptor, level, option, value.address(), value.byteSize());
    }

    /** Fills the value with what the option holds; returns how many bytes it wrote. */
    int get(int level, int option, MemorySegment value) {
        number.set(JAVA_INT, 0, (int) value.byteSize());
        int result = Libc.call(Libc.GET_OPTION, descriptor, level, option, value.address(), number.address());
        return result < 0 ? result : number.get(JAVA_INT, 0);
    }

    /** How many routers the next packets may pass. */
    void hopLimit(boolean v6, int ttl) {
        set(v6 ? SOL_IPV6 : SOL_IP, v6 ? IPV6_UNICAST_HOPS : IP_TTL, ttl);
    }

    /** The error that waits on the socket, as a result: 0 or minus the errno. Reading clears it. */
    int pendingError() {
        MemorySegment error = name.asSlice(0, Integer.BYTES);
        error.set(JAVA_INT, 0, 0);
        int result = get(SOL_SOCKET, SO_ERROR, error);
        return result < 0 ? result : -error.get(JAVA_INT, 0);
    }

    /** Makes {@link #close()} send RST at once, so that neither side keeps a connection in TIME_WAIT. */
    void resetOnClose() {
        number.set(JAVA_INT, 0, 1);
        number.set(JAVA_INT, 4, 0);
        set(SOL_SOCKET, SO_LINGER, number);
    }

    Optional<InetSocketAddress> localName() {
        return name(Libc.LOCAL_NAME);
    }

    Optional<InetSocketAddress> peerName() {
        return name(Libc.PEER_NAME);
    }

    /** The local name as raw bytes, for families that {@link Sockaddr} does not read; empty on failure. */
    byte[] rawName() {
        return rawName(Libc.LOCAL_NAME);
    }

    private Optional<InetSocketAddress> name(MemorySegment which) {
        return rawName(which).length == 0 ? Optional.empty() : Sockaddr.read(name);
    }

    private byte[] rawName(MemorySegment which) {
        name.fill((byte) 0);
        number.set(JAVA_INT, 0, Sockaddr.SIZE);
        int result = Libc.call(which, descriptor, name.address(), number.address());
        int length = Math.clamp(number.get(JAVA_INT, 0), 0, Sockaddr.SIZE);
        return result < 0 ? new byte[0] : name.asSlice(0, length).toArray(JAVA_BYTE);
    }

    Errno errno() {
        return Errnos.of(descriptor);
    }

    @Override
    public void close() {
        if (descriptor >= 0) {
            Libc.call(Libc.CLOSE, descriptor);
        }
        arena.close();
    }
}
