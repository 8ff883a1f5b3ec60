package org.faultline.host;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The door at which a second start of the program knocks, so that the first one comes forward: a lock says who was first, a
 * UNIX-domain socket beside it takes the message. Both lie in a folder of the user's own and no other user can knock.
 */
public final class FrontDoor implements AutoCloseable {

    /** A path and a little more; whatever is longer is cut. */
    private static final int LONGEST = 8 << 10;

    /** Of a socket's path on most systems (unix(7): 108 bytes with the final zero). */
    private static final int LONGEST_PATH = 100;

    private final FileChannel lockFile;
    private final FileLock lock;
    private final ServerSocketChannel server;
    private final Path socket;

    private FrontDoor(FileChannel lockFile, FileLock lock, ServerSocketChannel server, Path socket) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.server = server;
        this.socket = socket;
    }

    /** Whether we are the first, and what came of it. */
    public sealed interface Arrival {

        /** Nobody was here before. */
        record First(FrontDoor door) implements Arrival { }

        /** The first one has taken the message. */
        record Heard() implements Arrival { }

        /** No door can be made here, or the first one does not answer: start as if alone. */
        record Alone(String why) implements Arrival { }
    }

    /**
     * @param folder  of the user's own; made if it is missing
     * @param message for the first one, in case it is not us
     */
    public static Arrival arrive(Path folder, String message) {
        Path socket = folder.resolve("window.socket");
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            return new Arrival.Alone("the path " + socket + " is too long for a socket");
        }
        try {
            Files.createDirectories(folder);
            FileChannel lockFile = FileChannel.open(folder.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = lock(lockFile);
            if (lock.isPresent()) {
                return new Arrival.First(new FrontDoor(lockFile, lock.get(), listen(socket), socket));
            }
            lockFile.close();
            knock(socket, message);
            return new Arrival.Heard();
        } catch (IOException | UnsupportedOperationException e) {
            return new Arrival.Alone(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<FileLock> lock(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    /** The lock is ours, so a socket that lies there is a dead one's. */
    private static ServerSocketChannel listen(Path socket) throws IOException {
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        return server;
    }

    private static void knock(Path socket, String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            ByteBuffer left = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, LONGEST));
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }
    }

    /** Hands each message on, on a thread of its own, until the door is closed. */
    public void listen(Consumer<String> visitor) {
        Thread.ofPlatform().name("front-door").daemon().start(() -> {
            while (server.isOpen()) {
                try (SocketChannel channel = server.accept()) {
                    visitor.accept(message(channel));
                } catch (IOException e) {
                    // Closed, or a visitor who went away: the loop's condition tells which.
                }
            }
        });
    }

    private static String message(SocketChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until the visitor closes
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try (lockFile; lock; server) {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            // The process ends with it; the system frees the lock.
        }
    }
}
