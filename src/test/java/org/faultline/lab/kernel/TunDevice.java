package org.faultline.lab.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A network link whose other end is this process: packets (tun) or frames (tap) by read and write, without offloads. */
public final class TunDevice implements AutoCloseable {
    private static final String DEVICE = "/dev/net/tun";
    /** From linux/if_tun.h. */
    private static final long TUNSETIFF = 0x4004_54caL;
    private static final short IFF_TUN = 1;
    private static final short IFF_TAP = 2;
    private static final short IFF_NO_PI = 0x1000;
    private static final int IFREQ_BYTES = 40;
    private static final int IFNAMSIZ = 16;
    private static final int MAX_FRAME = 66_000;

    private final int descriptor;

    private TunDevice(int descriptor) {
        this.descriptor = descriptor;
    }

    /** A layer 3 link, as VPN clients make it. */
    public static TunDevice tun(Namespace where, String name) {
        return where.call(() -> open(name, IFF_TUN));
    }

    /** An Ethernet link. */
    public static TunDevice tap(Namespace where, String name) {
        return where.call(() -> open(name, IFF_TAP));
    }

    private static TunDevice open(String name, short kind) {
        if (!Files.isWritable(Path.of(DEVICE))) {
            throw new NotPossibleHere("no access to " + DEVICE);
        }
        int descriptor = Kernel.open(DEVICE);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(IFREQ_BYTES);
            MemorySegment.copy(MemorySegment.ofArray(name.getBytes(StandardCharsets.US_ASCII)), 0, request, 0, name.length());
            request.set(JAVA_SHORT, IFNAMSIZ, (short) (kind | IFF_NO_PI));
            Kernel.ioctl(descriptor, TUNSETIFF, request);
            return new TunDevice(descriptor);
        } catch (LabFailure e) {
            Kernel.close(descriptor);
            throw e;
        }
    }

    /** The next packet; empty when none came within the time. */
    public byte[] read(int timeoutMs) {
        if (!Kernel.readable(descriptor, timeoutMs)) {
            return new byte[0];
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(MAX_FRAME);
            long length = Kernel.read(descriptor, buffer);
            return buffer.asSlice(0, length).toArray(JAVA_BYTE);
        }
    }

    public void write(byte[] packet) {
        try (Arena arena = Arena.ofConfined()) {
            Kernel.write(descriptor, arena.allocateFrom(JAVA_BYTE, packet));
        }
    }

    @Override
    public void close() {
        Kernel.close(descriptor);
    }
}
