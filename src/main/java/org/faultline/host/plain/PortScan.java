package org.faultline.host.plain;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.TreeSet;
import org.faultline.host.Reading;
import org.faultline.host.ScanRequest;
import org.faultline.host.exchange.Deadline;
import org.faultline.model.Cause;

/**
 * Connects to every TCP port of an address of our own by the JDK's channels: a bounded number at a time, since Windows asks a closed
 * port three times before it believes it (about 2 s).
 */
final class PortScan implements AutoCloseable {

    private static final String METHOD = "nio-connect-scan";
    private static final int LAST = 65_535;
    private static final int MOST_AT_ONCE = 512;
    private static final int LOOK_UP_MS = 50;

    private final ScanRequest request;
    private final Deadline deadline;
    private final Selector selector;
    private final TreeSet<Integer> open = new TreeSet<>();
    private int inFlight;

    private PortScan(ScanRequest request) throws IOException {
        this.request = request;
        this.deadline = Deadline.in(request.timeout());
        this.selector = Selector.open();
    }

    static Reading<List<Integer>> run(ScanRequest request) {
        try (PortScan scan = new PortScan(request)) {
            return scan.all();
        } catch (IOException _) {
            return Reading.unknown(Cause.SOCKETS_UNAVAILABLE, "", METHOD);
        }
    }

    private Reading<List<Integer>> all() throws IOException {
        int next = 1;
        while (next <= LAST || inFlight > 0) {
            if (Thread.currentThread().isInterrupted()) {
                return Reading.unknown(Cause.CANCELLED, "", METHOD);
            }
            if (deadline.passed()) {
                return Reading.unknown(Cause.TIMED_OUT, "", METHOD);
            }
            while (next <= LAST && inFlight < MOST_AT_ONCE) {
                begin(next++);
            }
            selector.select(this::finish, LOOK_UP_MS);
        }
        return Reading.known(List.copyOf(open), METHOD);
    }

    private void begin(int port) throws IOException {
        SocketChannel channel = SocketChannel.open(NioWire.family(request.address()));
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.configureBlocking(false);
            if (channel.connect(new InetSocketAddress(request.address(), port))) {
                ended(channel, port);
            } else {
                channel.register(selector, SelectionKey.OP_CONNECT, port);
                inFlight++;
            }
        } catch (IOException _) {
            channel.close();
        }
    }

    private void finish(SelectionKey key) {
        inFlight--;
        try (SocketChannel channel = (SocketChannel) key.channel()) {
            if (channel.finishConnect()) {
                ended(channel, (Integer) key.attachment());
            }
        } catch (IOException _) {
            // Refused: not open.
        }
    }

    private void ended(SocketChannel channel, int port) throws IOException {
        if (!channel.getRemoteAddress().equals(channel.getLocalAddress())) {
            open.add(port);
        }
        channel.close();
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
