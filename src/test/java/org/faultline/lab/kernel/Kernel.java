package org.faultline.lab.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/** Linux system calls by their C names (man 2), on the calling thread; a failure is a {@link LabFailure} that names the errno. */
public final class Kernel {
    public static final int CLONE_NEWNS = 0x0002_0000;
    public static final int CLONE_NEWNET = 0x4000_0000;
    public static final long MS_BIND = 4096;
    public static final long MS_REC = 16384;
    public static final long MS_PRIVATE = 1 << 18;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle UNSHARE = call("unshare", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle GETTID = call("gettid", FunctionDescriptor.of(JAVA_INT));
    private static final MethodHandle GETEUID = call("geteuid", FunctionDescriptor.of(JAVA_INT));
    private static final MethodHandle MOUNT =
        call("mount", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
    private static final MethodHandle OPEN =
        LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("open"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
            Linker.Option.firstVariadicArg(2), Linker.Option.captureCallState("errno"));
    private static final MethodHandle IOCTL =
        LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("ioctl"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
            Linker.Option.firstVariadicArg(2), Linker.Option.captureCallState("errno"));
    private static final MethodHandle READ = call("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE = call("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle CLOSE = call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle POLL =
        call("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

    private Kernel() {
    }

    /** Gives the calling thread namespaces of its own. CLONE_NEWNS also gives it its own working directory and root. */
    public static void unshare(int flags) {
        check("unshare", state -> (int) UNSHARE.invokeExact(state, flags));
    }

    /** The kernel's number of the calling thread, as in {@code /proc/PID/task/TID}. */
    public static int threadId() {
        return (int) check("gettid", state -> (int) GETTID.invokeExact(state));
    }

    /** The effective user of this process; 0 inside {@code unshare -Ur} too. */
    public static int userId() {
        return (int) check("geteuid", state -> (int) GETEUID.invokeExact(state));
    }

    public static void mount(String source, String target, String type, long flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment from = arena.allocateFrom(source);
            MemorySegment to = arena.allocateFrom(target);
            MemorySegment kind = arena.allocateFrom(type);
            check("mount " + type + " on " + target,
                state -> (int) MOUNT.invokeExact(state, from, to, kind, flags, MemorySegment.NULL));
        }
    }

    /** Opens a device for reading and writing. */
    public static int open(String path) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path);
            int readWriteCloseOnExec = 2 | 0x80000;
            return (int) check("open " + path, state -> (int) OPEN.invokeExact(state, name, readWriteCloseOnExec, 0));
        }
    }

    public static void ioctl(int descriptor, long request, MemorySegment argument) {
        check("ioctl", state -> (int) IOCTL.invokeExact(state, descriptor, request, argument));
    }

    public static long read(int descriptor, MemorySegment into) {
        return check("read", state -> (long) READ.invokeExact(state, descriptor, into, into.byteSize()));
    }

    public static long write(int descriptor, MemorySegment bytes) {
        return check("write", state -> (long) WRITE.invokeExact(state, descriptor, bytes, bytes.byteSize()));
    }

    /** Waits until one descriptor can be read: true when it can, false when the time is over. */
    public static boolean readable(int descriptor, int timeoutMs) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entry = arena.allocate(8, 4);
            entry.set(JAVA_INT, 0, descriptor);
            entry.set(JAVA_INT, 4, 1);
            return check("poll", state -> (int) POLL.invokeExact(state, entry, 1L, timeoutMs)) > 0;
        }
    }

    public static void close(int descriptor) {
        check("close", state -> (int) CLOSE.invokeExact(state, descriptor));
    }

    private interface Call {
        long on(MemorySegment state) throws Throwable;
    }

    private static long check(String what, Call call) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            long result = call.on(state);
            if (result < 0) {
                throw new LabFailure(what + ": errno " + state.get(JAVA_INT, ERRNO));
            }
            return result;
        } catch (LabFailure e) {
            throw e;
        } catch (Throwable e) {
            throw new LabFailure(what, e);
        }
    }

    private static MethodHandle call(String name, FunctionDescriptor shape) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, Linker.Option.captureCallState("errno"));
    }
}
