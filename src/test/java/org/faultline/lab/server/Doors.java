package org.faultline.lab.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.kernel.Namespace;

/**
 * The open sockets of one machine of the lab; closing it closes every one, and with them the virtual threads that serve them.
 */
public final class Doors implements AutoCloseable {
    private static final int BACKLOG = 64;

    /** Serves one accepted connection; it is closed afterwards. */
    public interface Conversation {
        void hold(Socket peer) throws IOException;
    }

    private final Namespace space;
    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();

    public Doors(Namespace space) {
        this.space = space;
    }

    /** Listens on a TCP port of one address and holds the conversation with each who comes. */
    public AutoCloseable listen(InetAddress address, int port, Conversation conversation) {
        ServerSocket door = space.call(() -> {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port), BACKLOG);
            return socket;
        });
        open.add(door);
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try {
                    welcome(door.accept(), conversation);
                } catch (IOException e) {
                    // Closed: the lab ends, or the case took this server away.
                }
            }
        });
        return door;
    }

    private void welcome(Socket peer, Conversation conversation) {
        open.add(peer);
        Thread.ofVirtual().start(() -> {
            try (peer) {
                conversation.hold(peer);
            } catch (IOException e) {
                // The peer left early: what probes do.
            } finally {
                open.remove(peer);
            }
        });
    }

    /** A UDP socket on one address, blocking. */
    public DatagramChannel datagram(InetAddress address, int port) {
        DatagramChannel channel = space.call(() -> {
            DatagramChannel opened = DatagramChannel.open();
            opened.bind(new InetSocketAddress(address, port));
            return opened;
        });
        open.add(channel);
        return channel;
    }

    /** A TCP connection from this machine to another. */
    public Socket connect(InetSocketAddress target, int timeoutMs) throws IOException {
        Socket socket = space.call(() -> {
            Socket made = new Socket();
            made.bind(new InetSocketAddress(target.getAddress().getAddress().length == 4 ? "0.0.0.0" : "::", 0));
            return made;
        });
        open.add(socket);
        socket.connect(target, timeoutMs);
        return socket;
    }

    /** Closes one and forgets it. */
    public void shut(AutoCloseable door) {
        open.remove(door);
        try {
            door.close();
        } catch (Exception e) {
            throw new LabFailure("cannot close " + door, e);
        }
    }

    public void shutAll(Collection<? extends AutoCloseable> doors) {
        doors.forEach(this::shut);
    }

    @Override
    public void close() {
        Set.copyOf(open).forEach(this::shut);
    }
}
