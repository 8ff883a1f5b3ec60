package org.faultline.lab.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.LockSupport;

/** What a web server sends on each connection: an HTTP/1.1 answer (RFC 9112), or none. */
@FunctionalInterface
public interface Pages {
    int MAX_REQUEST = 16_384;

    /** The bytes for a request head such as {@code "GET / HTTP/1.1\r\nHost: …"}. */
    byte[] answer(String head) throws IOException;

    /** A site that knows the check page {@code /generate_204} and greets otherwise. */
    static Pages site(Clock clock) {
        return head -> head.startsWith("GET /generate_204")
            ? response(clock, "204 No Content", "", "") : response(clock, "200 OK", "Content-Type: text/html\r\n",
                "<h1>Welcome</h1>\n");
    }

    /** Sends everybody to a login page. */
    static Pages redirect(Clock clock, String location) {
        return head -> head.contains("/login")
            ? response(clock, "200 OK", "Content-Type: text/html\r\n", "<form>Please log in</form>\n")
            : response(clock, "302 Found", "Location: " + location + "\r\n", "");
    }

    /** A login page in place of every page, without a redirect. */
    static Pages loginForm(Clock clock) {
        return head -> response(clock, "200 OK", "Content-Type: text/html\r\n", "<form>Please log in</form>\n");
    }

    static Pages status(Clock clock, String status, String headers) {
        return head -> response(clock, status, headers, "");
    }

    /** Accepts, reads, and never says anything. */
    static Pages hang() {
        return head -> {
            LockSupport.parkNanos(Duration.ofSeconds(30).toNanos());
            return new byte[0];
        };
    }

    default void serve(Socket peer) throws IOException {
        peer.setSoTimeout(30_000);
        String head = head(peer.getInputStream());
        peer.getOutputStream().write(answer(head));
        peer.getOutputStream().flush();
    }

    /** The request head up to its empty line. */
    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < MAX_REQUEST) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client left");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static byte[] response(Clock clock, String status, String headers, String body) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
        return ("HTTP/1.1 " + status + "\r\nDate: " + date + "\r\nServer: lab\r\n" + headers
            + (status.startsWith("204") ? "" : "Content-Length: " + body.length() + "\r\n") + "Connection: close\r\n\r\n" + body)
            .getBytes(StandardCharsets.US_ASCII);
    }
}
