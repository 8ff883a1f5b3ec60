package org.faultline.alert;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A session bus with a desktop on it that shows notifications (D-Bus Specification; Desktop Notifications Specification 1.2), as far as a tool
 * that sends one can tell: it lets everybody in, answers what is asked on the way, and keeps what it is told to show.
 */
final class FakeDesktop implements AutoCloseable {

    private static final byte RETURN = 2;
    private static final byte ERROR = 3;
    private static final int NO_REPLY = 1;

    private final ServerSocketChannel door;
    private final Path path;
    private final boolean shows;
    private final BlockingQueue<Note> shown = new LinkedBlockingQueue<>();

    /** A notification as it was asked for. */
    record Note(String application, String icon, String summary, String body) { }

    /** @param shows whether there is somebody to show notifications; a bus without says that the service is unknown */
    FakeDesktop(Path folder, boolean shows) throws IOException {
        this.path = folder.resolve("bus");
        this.shows = shows;
        this.door = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /** The environment of a program on this desktop. */
    Map<String, String> environment(String searchPath) {
        return Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + path, "PATH", searchPath);
    }

    BlockingQueue<Note> shown() {
        return shown;
    }

    private void serve() {
        while (door.isOpen()) {
            try (SocketChannel peer = door.accept()) {
                letIn(peer);
                while (answer(peer)) { }
            } catch (IOException _) {
                // It has gone, or the test is over.
            }
        }
    }

    private static void letIn(SocketChannel peer) throws IOException {
        read(peer, 1);
        for (String line = line(peer); !line.equals("BEGIN"); line = line(peer)) {
            String reply = line.equals("AUTH EXTERNAL") ? "DATA" : line.startsWith("AUTH EXTERNAL ") || line.startsWith("DATA")
                ? "OK 0123456789abcdef0123456789abcdef" : line.startsWith("AUTH") ? "REJECTED EXTERNAL" : "ERROR";
            peer.write(ByteBuffer.wrap((reply + "\r\n").getBytes(US_ASCII)));
        }
    }

    private static String line(SocketChannel peer) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\r\n") < 0) {
            line.append((char) read(peer, 1).get());
        }
        return line.substring(0, line.length() - 2);
    }

    private boolean answer(SocketChannel peer) throws IOException {
        ByteBuffer head = read(peer, 16);
        head.position(4);
        int bodyLength = head.getInt();
        int serial = head.getInt();
        int fieldsLength = head.getInt();
        ByteBuffer fields = read(peer, (fieldsLength + 7) / 8 * 8).limit(fieldsLength);
        ByteBuffer body = read(peer, bodyLength);
        String member = fields(fields).getOrDefault((byte) 3, "");
        if (member.equals("Notify") && shows) {
            shown.add(note(body));
        }
        if ((head.get(2) & NO_REPLY) == 0) {
            peer.write(reply(serial, member));
        }
        return true;
    }

    private static Note note(ByteBuffer body) {
        String application = text(body);
        body.getInt(aligned(body, 4).position());
        body.position(body.position() + 4);
        return new Note(application, text(body), text(body), text(body));
    }

    /** Those that are strings, names or signatures, by their code. */
    private static Map<Byte, String> fields(ByteBuffer fields) {
        Map<Byte, String> found = new HashMap<>();
        while (fields.hasRemaining() && aligned(fields, 8).hasRemaining()) {
            byte code = fields.get();
            String type = signature(fields);
            switch (type) {
                case "s", "o" -> found.put(code, text(fields));
                case "g" -> found.put(code, signature(fields));
                default -> aligned(fields, 4).getInt();
            }
        }
        return found;
    }

    private ByteBuffer reply(int serial, String member) {
        boolean unknown = !shows && (member.equals("Notify") || member.equals("StartServiceByName") || member.equals("GetNameOwner"));
        ByteBuffer message = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        message.put((byte) 'l').put(unknown ? ERROR : RETURN).put((byte) 1).put((byte) 1).putInt(0).putInt(serial).putInt(0);
        pad(message, 8).put((byte) 5).put((byte) 1).put((byte) 'u').put((byte) 0).putInt(serial);
        if (unknown) {
            put(pad(message, 8).put((byte) 4).put((byte) 1).put((byte) 's').put((byte) 0), "org.freedesktop.DBus.Error.ServiceUnknown");
        }
        String type = unknown ? "s" : type(member);
        pad(message, 8).put((byte) 8).put((byte) 1).put((byte) 'g').put((byte) 0).put((byte) type.length()).put(type.getBytes(US_ASCII)).put((byte) 0);
        message.putInt(12, message.position() - 16);
        int begin = pad(message, 8).position();
        type.chars().forEach(letter -> {
            if (letter == 'u') {
                pad(message, 4).putInt(1);
            } else {
                put(message, unknown ? "nobody shows notifications" : ":1.1");
            }
        });
        return message.putInt(4, message.position() - begin).flip();
    }

    private static String type(String member) {
        return switch (member) {
            case "Hello", "GetNameOwner" -> "s";
            case "Notify", "StartServiceByName" -> "u";
            case "GetServerInformation" -> "ssss";
            default -> "";
        };
    }

    private static void put(ByteBuffer message, String text) {
        pad(message, 4).putInt(text.length()).put(text.getBytes(US_ASCII)).put((byte) 0);
    }

    private static ByteBuffer pad(ByteBuffer message, int to) {
        while (message.position() % to != 0) {
            message.put((byte) 0);
        }
        return message;
    }

    private static ByteBuffer aligned(ByteBuffer buffer, int to) {
        return buffer.position(Math.min(buffer.limit(), (buffer.position() + to - 1) / to * to));
    }

    private static String text(ByteBuffer buffer) {
        return bytes(buffer, aligned(buffer, 4).getInt());
    }

    private static String signature(ByteBuffer buffer) {
        return bytes(buffer, buffer.get());
    }

    /** And the zero behind them. */
    private static String bytes(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes).get();
        return new String(bytes, UTF_8);
    }

    private static ByteBuffer read(SocketChannel peer, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (peer.read(bytes) < 0) {
                throw new IOException("it has hung up");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
