package org.faultline.host.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.faultline.host.Listener.Owner;
import org.faultline.host.exchange.Deadline;

/**
 * Finds the processes that hold sockets by their inodes: the links in {@code /proc/PID/fd} (proc(5)). Without root only our own
 * user's processes are visible.
 */
record SocketOwners(Path proc) {

    private static final String SOCKET = "socket:[";

    /** The owners found until all are found or the deadline passes. The first process found stands for a shared socket. */
    Map<Long, Owner> of(Set<Long> inodes, Deadline deadline) {
        Map<Long, Owner> owners = new HashMap<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (owners.size() == inodes.size() || deadline.passed() || Thread.currentThread().isInterrupted()) {
                    break;
                }
                search(process, inodes, owners);
            }
        } catch (IOException | DirectoryIteratorException _) {
            // No /proc: no owners.
        }
        return owners;
    }

    private static void search(Path process, Set<Long> inodes, Map<Long, Owner> owners) {
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            descriptors.map(SocketOwners::inode).flatMap(Optional::stream).filter(inodes::contains)
                .forEach(inode -> owners.computeIfAbsent(inode, _ -> owner(process)));
        } catch (IOException | UncheckedIOException _) {
            // Another user's process, or one that has just ended.
        }
    }

    private static Optional<Long> inode(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith(SOCKET) && target.endsWith("]")
                ? Optional.of(Long.parseLong(target, SOCKET.length(), target.length() - 1, 10)) : Optional.empty();
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Owner owner(Path process) {
        long pid = Long.parseLong(process.getFileName().toString());
        try {
            return new Owner(pid, new String(Files.readAllBytes(process.resolve("comm")), StandardCharsets.UTF_8).strip());
        } catch (IOException _) {
            return new Owner(pid, "");
        }
    }
}
