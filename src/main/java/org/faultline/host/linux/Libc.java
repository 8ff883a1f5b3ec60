package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;

/**
 * The C library. Every call returns what the function returned, or minus the errno where that was -1, as the kernel itself does.
 *
 * <p>One call shape serves all functions: at most six arguments, each an integer or a pointer. Both ABIs (System V AMD64,
 * AAPCS64) pass those in 64-bit registers, look only at the low half for an {@code int}, and do not mind more than the function
 * takes.
 * Each further shape would cost about 15 ms of linking at the first call.
 */
final class Libc {

    static final MemorySegment SOCKET = symbol("socket");
    static final MemorySegment CLOSE = symbol("close");
    static final MemorySegment BIND = symbol("bind");
    static final MemorySegment LISTEN = symbol("listen");
    static final MemorySegment CONNECT = symbol("connect");
    static final MemorySegment ACCEPT = symbol("accept4");
    static final MemorySegment SHUTDOWN = symbol("shutdown");
    static final MemorySegment SEND_TO = symbol("sendto");
    static final MemorySegment RECEIVE = symbol("recv");
    static final MemorySegment RECEIVE_MESSAGE = symbol("recvmsg");
    static final MemorySegment SET_OPTION = symbol("setsockopt");
    static final MemorySegment GET_OPTION = symbol("getsockopt");
    static final MemorySegment LOCAL_NAME = symbol("getsockname");
    static final MemorySegment PEER_NAME = symbol("getpeername");
    static final MemorySegment POLL = symbol("poll");
    static final MemorySegment CLOCK = symbol("clock_gettime");
    static final MemorySegment ADDRESSES_OF = symbol("getaddrinfo");
    static final MemorySegment FREE_ADDRESSES = symbol("freeaddrinfo");
    static final MemorySegment HOST_NAME = symbol("gethostname");
    static final MemorySegment EFFECTIVE_USER = symbol("geteuid");
    static final MemorySegment LINK_INDEX = symbol("if_nametoindex");
    static final MemorySegment OPEN = symbol("open");
    static final MemorySegment DIRECTORY_ENTRIES = symbol("getdents64");
    static final MemorySegment READ_LINK = symbol("readlinkat");

    private static final int CLOCK_REALTIME = 0;
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = STATE.byteOffset(PathElement.groupElement("errno"));
    private static final MethodHandle CALL = Linker.nativeLinker().downcallHandle(
        FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
        Linker.Option.captureCallState("errno"));

    /** Where a call leaves its errno: one small segment a thread, freed with the thread. */
    private static final ThreadLocal<MemorySegment> CAPTURED = ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));

    private Libc() { }

    /** Whether this machine can be asked this way: 64-bit little-endian Linux with native access allowed. */
    static boolean usable() {
        try {
            return System.getProperty("os.name").equals("Linux")
                && ValueLayout.ADDRESS.byteSize() == Long.BYTES
                && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                && call(EFFECTIVE_USER) >= 0;
        } catch (RuntimeException | LinkageError _) {
            return false;
        }
    }

    static int call(MemorySegment function, long... arguments) {
        return (int) wide(function, arguments);
    }

    /** Like {@link #call}, all 64 bits of it. Pointers among the arguments must stay alive for the length of the call. */
    static long wide(MemorySegment function, long... arguments) {
        return switch (arguments.length) {
            case 0 -> six(function, 0, 0, 0, 0, 0, 0);
            case 1 -> six(function, arguments[0], 0, 0, 0, 0, 0);
            case 2 -> six(function, arguments[0], arguments[1], 0, 0, 0, 0);
            case 3 -> six(function, arguments[0], arguments[1], arguments[2], 0, 0, 0);
            case 4 -> six(function, arguments[0], arguments[1], arguments[2], arguments[3], 0, 0);
            case 5 -> six(function, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], 0);
            default -> six(function, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
        };
    }

    /**
     * The realtime clock in nanoseconds, which the kernel stamps packets with. Only ever to be compared with such a stamp.
     *
     * @param room for a {@code struct timespec}
     */
    static long realtime(MemorySegment room) {
        call(CLOCK, CLOCK_REALTIME, room.address());
        return room.get(JAVA_LONG, 0) * 1_000_000_000L + room.get(JAVA_LONG, Long.BYTES);
    }

    private static long six(MemorySegment function, long a, long b, long c, long d, long e, long f) {
        try {
            MemorySegment captured = CAPTURED.get();
            long result = (long) CALL.invokeExact(function, captured, a, b, c, d, e, f);
            return (int) result == -1 ? -captured.get(JAVA_INT, ERRNO) : result;
        } catch (RuntimeException | Error unexpected) {
            throw unexpected;
        } catch (Throwable impossible) {
            throw new LinkageError("a downcall throws nothing checked", impossible);
        }
    }

    private static MemorySegment symbol(String name) {
        return Linker.nativeLinker().defaultLookup().find(name)
            .orElseThrow(() -> new LinkageError("no " + name + " in the C library"));
    }
}
