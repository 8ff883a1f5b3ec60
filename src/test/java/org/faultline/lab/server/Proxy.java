package org.faultline.lab.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** A forward proxy: CONNECT (RFC 9110, 9.3.6) and plain GET with an absolute URI. It may demand a password. */
public final class Proxy {
    private static final int TIMEOUT_MS = 3000;

    private final Doors doors;
    private final Map<String, List<InetAddress>> zone;
    private final AtomicBoolean passwordWanted = new AtomicBoolean();

    public Proxy(Doors doors, Map<String, List<InetAddress>> zone) {
        this.doors = doors;
        this.zone = zone;
    }

    public void demandPassword() {
        passwordWanted.set(true);
    }

    public void hold(Socket peer) throws IOException {
        peer.setSoTimeout(30_000);
        String head = Pages.head(peer.getInputStream());
        String[] words = head.split(" ", 3);
        if (passwordWanted.get()) {
            say(peer, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"lab\"\r\n"
                + "Content-Length: 0\r\nConnection: close");
        } else if (words[0].equals("CONNECT")) {
            tunnel(peer, words[1]);
        } else {
            fetch(peer, words[0], URI.create(words[1]), words[2]);
        }
    }

    private void tunnel(Socket peer, String authority) throws IOException {
        int colon = authority.lastIndexOf(':');
        Socket server = connect(authority.substring(0, colon), Integer.parseInt(authority.substring(colon + 1)));
        try {
            say(peer, "200 Connection established");
            relay(peer, server);
        } finally {
            doors.shut(server);
        }
    }

    private void fetch(Socket peer, String method, URI target, String rest) throws IOException {
        Socket server = connect(target.getHost(), target.getPort() < 0 ? 80 : target.getPort());
        try {
            String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
            server.getOutputStream().write((method + " " + path + " " + rest).getBytes(StandardCharsets.ISO_8859_1));
            relay(peer, server);
        } finally {
            doors.shut(server);
        }
    }

    private void relay(Socket peer, Socket server) throws IOException {
        Thread.ofVirtual().start(() -> pass(peer, server));
        pass(server, peer);
    }

    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // One side left; the caller closes both.
        }
    }

    private Socket connect(String host, int port) throws IOException {
        String bare = host.replace("[", "").replace("]", "");
        InetAddress address;
        try {
            address = zone.containsKey(bare) ? zone.get(bare).getFirst() : InetAddress.ofLiteral(bare);
        } catch (IllegalArgumentException e) {
            throw new IOException("no such name: " + bare, e);
        }
        return doors.connect(new InetSocketAddress(address, port), TIMEOUT_MS);
    }

    private static void say(Socket peer, String status) throws IOException {
        peer.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
