package org.faultline.lab.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** What a server does on port 443, from a proper TLS handshake to the ways in which it fails. */
@FunctionalInterface
public interface Handshake {

    void hold(Socket peer) throws IOException;

    /** TLS with these certificates, then the pages. */
    static Handshake proper(SSLContext context, Pages pages) {
        return peer -> {
            try (SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(peer, InputStream.nullInputStream(), true)) {
                tls.setUseClientMode(false);
                tls.startHandshake();
                pages.serve(tls);
            }
        };
    }

    /** Accepts, reads the ClientHello, and never answers. */
    static Handshake stall() {
        return peer -> {
            readHello(peer);
            LockSupport.parkNanos(Duration.ofSeconds(30).toNanos());
        };
    }

    /** A web server that speaks no TLS on this port. */
    static Handshake plainText() {
        return peer -> {
            readHello(peer);
            peer.getOutputStream().write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        };
    }

    /** The fatal alert handshake_failure (40) of TLS 1.2, RFC 5246 7.2. */
    static Handshake alert() {
        return peer -> {
            readHello(peer);
            peer.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 40});
        };
    }

    /** A reset after the ClientHello, as filters do that read the server's name in it. */
    static Handshake reset() {
        return peer -> {
            readHello(peer);
            peer.setSoLinger(true, 0);
        };
    }

    private static void readHello(Socket peer) throws IOException {
        peer.setSoTimeout(30_000);
        byte[] hello = new byte[16_384];
        if (peer.getInputStream().read(hello) < 0) {
            throw new IOException("the client left");
        }
    }
}
