package org.faultline.alert;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Serves metrics to a Prometheus on the same computer: {@code GET /metrics}, and nothing else. It listens on loopback only and answers only who
 * asks for a loopback name, so that no web page can read it by way of a browser. Four readers at a time; a request of more than 8 KiB or
 * more than two seconds is not waited for.
 */
public final class MetricsPage implements AutoCloseable {

    private static final int READERS = 4;
    private static final int LONGEST_REQUEST = 8_192;
    private static final int PATIENCE_MS = 2_000;
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final ServerSocket door;
    private final Supplier<byte[]> page;
    private final Semaphore readers = new Semaphore(READERS);
    private final Thread server;

    private MetricsPage(ServerSocket door, Supplier<byte[]> page) {
        this.door = door;
        this.page = page;
        this.server = Thread.ofPlatform().name("metrics").daemon().start(this::serve);
    }

    /**
     * @param address must be a loopback address
     * @throws IOException if nothing can listen there
     */
    public static MetricsPage at(InetSocketAddress address, Supplier<byte[]> page) throws IOException {
        InetAddress where = address.getAddress();
        if (where == null || !where.isLoopbackAddress()) {
            throw new IOException("metrics are served on loopback only, such as 127.0.0.1");
        }
        ServerSocket door = new ServerSocket();
        try {
            door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            door.bind(address, READERS);
        } catch (IOException e) {
            door.close();
            throw e;
        }
        return new MetricsPage(door, page);
    }

    public int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket reader = door.accept();
                if (readers.tryAcquire()) {
                    begin(reader);
                } else {
                    reader.close();
                }
            } catch (IOException | OutOfMemoryError _) {
                // No descriptor or thread left at the moment: the next reader may have more luck.
                pause();
            }
        }
    }

    /** Where no thread is left, neither the place nor the descriptor stays taken. */
    private void begin(Socket reader) throws IOException {
        try {
            Thread.ofPlatform().name("metrics-reader").daemon().start(() -> answer(reader));
        } catch (OutOfMemoryError e) {
            readers.release();
            reader.close();
            throw e;
        }
    }

    private void pause() {
        if (!door.isClosed()) {
            LockSupport.parkNanos(50_000_000L);
        }
    }

    private void answer(Socket reader) {
        try (reader) {
            reader.setSoTimeout(PATIENCE_MS);
            String request = head(reader.getInputStream());
            OutputStream out = reader.getOutputStream();
            String first = request.lines().findFirst().orElse("");
            if (!asksForLoopback(request)) {
                write(out, "403 Forbidden", "only for this computer\n".getBytes(StandardCharsets.UTF_8));
            } else if (first.matches("GET /metrics(\\?\\S*)? HTTP/1\\.[01]")) {
                write(out, "200 OK", page.get());
            } else {
                write(out, "404 Not Found", "see /metrics\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException _) {
            // Whoever asked is gone.
        } finally {
            readers.release();
        }
    }

    /** Everything up to the empty line, within the time and the length allowed. */
    private static String head(InputStream in) throws IOException {
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000L;
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || head.length() >= LONGEST_REQUEST || System.nanoTime() > end) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static boolean asksForLoopback(String request) {
        return request.lines().filter(line -> line.regionMatches(true, 0, "host:", 0, 5)).map(line -> line.substring(5).strip())
            .allMatch(host -> host.matches("(?i)(localhost|127\\.[0-9.]+|\\[::1\\])(:[0-9]+)?"));
    }

    private static void write(OutputStream out, String status, byte[] body) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: " + TEXT + "\r\nContent-Length: " + body.length
            + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    /** The port is free afterwards: the kernel holds it until the call of accept(2) that is under way has come back. */
    @Override
    public void close() {
        try {
            door.close();
            server.join(PATIENCE_MS);
        } catch (IOException _) {
            // It listens no more, one way or the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
