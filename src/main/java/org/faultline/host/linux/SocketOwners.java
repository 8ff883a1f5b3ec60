package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.faultline.host.Listener.Owner;
import org.faultline.host.exchange.Deadline;

/**
 * Finds the processes that hold sockets by their inodes: the links in {@code /proc/PID/fd} (proc(5)). Without root only our own
 * user's processes are visible. Thousands of links are read to find a few sockets, so it is done by the system's own calls, without a
 * Java object for each.
 */
record SocketOwners(Path proc) {

    private static final byte[] SOCKET = "socket:[".getBytes(StandardCharsets.US_ASCII);
    private static final int O_DIRECTORY_CLOEXEC = 0x10000 | 0x80000;

    /** {@code struct linux_dirent64}: the length of an entry, and its name up to a NUL. */
    private static final int LENGTH = 16;
    private static final int NAME = 19;
    private static final int BUFFER = 32 * 1024;
    private static final int LONGEST_LINK = 64;

    /** The owners found until all are found or the deadline passes. The first process found stands for a shared socket. */
    Map<Long, Owner> of(Set<Long> inodes, Deadline deadline) {
        Map<Long, Owner> owners = new HashMap<>();
        try (Arena arena = Arena.ofConfined()) {
            Reader reader = new Reader(arena, inodes, owners);
            MemorySegment processes = arena.allocate(BUFFER);
            int root = open(arena.allocateFrom(proc.toString()));
            each(root, processes, name -> {
                long pid = number(processes, name);
                if (pid > 0 && owners.size() < inodes.size() && !deadline.passed() && !Thread.currentThread().isInterrupted()) {
                    reader.search(pid);
                }
            });
        }
        return owners;
    }

    private static int open(MemorySegment path) {
        return Libc.call(Libc.OPEN, path.address(), O_DIRECTORY_CLOEXEC);
    }

    /** Hands over where in the buffer each name of the directory begins, and closes it; nothing where it could not be opened. */
    private static void each(int directory, MemorySegment buffer, LongConsumer name) {
        if (directory < 0) {
            return;
        }
        try {
            int filled = Libc.call(Libc.DIRECTORY_ENTRIES, directory, buffer.address(), BUFFER);
            while (filled > 0) {
                for (int at = 0; at + NAME < filled; at += Math.max(1, buffer.get(JAVA_SHORT_UNALIGNED, at + LENGTH))) {
                    name.accept(at + NAME);
                }
                filled = Libc.call(Libc.DIRECTORY_ENTRIES, directory, buffer.address(), BUFFER);
            }
        } finally {
            Libc.call(Libc.CLOSE, directory);
        }
    }

    /** The number that begins here; 0 if it is none. */
    private static long number(MemorySegment text, long at) {
        long number = 0;
        for (long place = at; place < text.byteSize(); place++) {
            byte digit = text.get(JAVA_BYTE, place);
            if (digit < '0' || digit > '9') {
                return number;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    /** The descriptors of one process after the other, in memory that is used again. */
    private final class Reader {

        private final MemorySegment path;
        private final MemorySegment descriptors;
        private final MemorySegment link;
        private final Set<Long> inodes;
        private final Map<Long, Owner> owners;

        Reader(Arena arena, Set<Long> inodes, Map<Long, Owner> owners) {
            this.path = arena.allocate(proc.toString().getBytes(UTF_8).length + 32L);
            this.descriptors = arena.allocate(BUFFER);
            this.link = arena.allocate(LONGEST_LINK);
            this.inodes = inodes;
            this.owners = owners;
        }

        void search(long pid) {
            path.setString(0, proc + "/" + pid + "/fd");
            int directory = open(path);
            each(directory, descriptors, name -> {
                long inode = inode(directory, name);
                if (inode > 0 && inodes.contains(inode)) {
                    owners.computeIfAbsent(inode, _ -> owner(pid));
                }
            });
        }

        /** Of the socket that this descriptor is; 0 if it is none. */
        private long inode(int directory, long name) {
            byte first = descriptors.get(JAVA_BYTE, name);
            if (first < '0' || first > '9') {
                return 0;
            }
            int length = Libc.call(Libc.READ_LINK, directory, descriptors.address() + name, link.address(), LONGEST_LINK);
            if (length <= SOCKET.length || length == LONGEST_LINK) {
                return 0;
            }
            for (int place = 0; place < SOCKET.length; place++) {
                if (link.get(JAVA_BYTE, place) != SOCKET[place]) {
                    return 0;
                }
            }
            return number(link, SOCKET.length);
        }

        private Owner owner(long pid) {
            try {
                return new Owner(pid, new String(Files.readAllBytes(proc.resolve(Long.toString(pid), "comm")), UTF_8).strip());
            } catch (IOException _) {
                return new Owner(pid, "");
            }
        }
    }
}
