package org.faultline.host.exchange;

import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLProtocolException;
import org.faultline.host.Failure;
import org.faultline.model.Cause;

/** One TLS handshake of an engine over a stream, up to its last message and no data after it. For one thread. */
final class TlsConversation {

    /** A full handshake takes about 20 steps; a server that sends crumbs takes more. */
    private static final int MOST_STEPS = 5_000;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final CertificateCapture capture;
    private final Wire.Stream stream;
    private final TlsRecords records;
    private final Deadline deadline;
    private Failure unsent = Failure.NONE;

    TlsConversation(SSLEngine engine, CertificateCapture capture, Wire.Stream stream, TlsRecords records, Deadline deadline) {
        this.engine = engine;
        this.capture = capture;
        this.stream = stream;
        this.records = records;
        this.deadline = deadline;
    }

    List<X509Certificate> chain() {
        return capture.chain();
    }

    String alert() {
        return records.alert();
    }

    /** Such as {@code TLSv1.3}, once agreed; else empty. */
    String protocol() {
        String protocol = engine.getSession().getProtocol();
        return protocol.equals("NONE") ? "" : protocol;
    }

    /** {@link Failure#NONE} when complete. Whom we talk to is not judged here. */
    Failure handshake() {
        try {
            engine.beginHandshake();
            for (int step = 0; step < MOST_STEPS && !deadline.passed(); step++) {
                Optional<Failure> end = step();
                if (end.isPresent()) {
                    return end.get();
                }
            }
            return Failure.of(deadline.passed() ? Cause.TIMED_OUT : Cause.MALFORMED);
        } catch (SSLException refused) {
            return Failure.of(why(refused));
        } catch (RuntimeException _) {
            // The engine's own parsers on hostile bytes; every other failure here is a value.
            return Failure.of(Cause.MALFORMED);
        }
    }

    /** Sends data once the handshake is complete. */
    Failure say(byte[] words) {
        try {
            ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize() + words.length);
            engine.wrap(ByteBuffer.wrap(words), out);
            return stream.send(Arrays.copyOf(out.array(), out.position()), deadline);
        } catch (SSLException | RuntimeException _) {
            return Failure.of(Cause.HANDSHAKE_FAILED);
        }
    }

    /** The next data that the server sends; its tickets and other messages of the handshake's end are passed over. */
    Wire.Received hear() {
        try {
            for (int step = 0; step < MOST_STEPS; step++) {
                Wire.Received record = records.next();
                if (!record.failure().none()) {
                    return record;
                }
                ByteBuffer in = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
                SSLEngineResult result = engine.unwrap(ByteBuffer.wrap(record.bytes()), in);
                if (in.position() > 0) {
                    return Wire.Received.of(Arrays.copyOf(in.array(), in.position()));
                }
                if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
                    return Wire.Received.failed(Failure.of(Cause.CLOSED_EARLY));
                }
            }
            return Wire.Received.failed(Failure.of(Cause.MALFORMED));
        } catch (SSLException | RuntimeException _) {
            return Wire.Received.failed(Failure.of(Cause.HANDSHAKE_FAILED));
        }
    }

    /** Says that nothing more comes (RFC 8446, 6.1); whether anybody still hears it does not matter. */
    void bye() {
        try {
            engine.closeOutbound();
            ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            engine.wrap(NOTHING, out);
            stream.send(Arrays.copyOf(out.array(), out.position()), deadline);
        } catch (SSLException | RuntimeException _) {
            // The conversation is over either way.
        }
    }

    private Cause why(SSLException refused) {
        return switch (records.alert()) {
            case "close_notify" -> Cause.CLOSED_EARLY;
            case "" -> refused instanceof SSLProtocolException ? Cause.MALFORMED : Cause.HANDSHAKE_FAILED;
            default -> Cause.HANDSHAKE_FAILED;
        };
    }

    private Optional<Failure> step() throws SSLException {
        return switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> runTask();
            case NEED_WRAP -> send();
            case NEED_UNWRAP -> receive();
            case NEED_UNWRAP_AGAIN -> unwrap(NOTHING);
            case FINISHED, NOT_HANDSHAKING -> Optional.of(unsent);
        };
    }

    private Optional<Failure> runTask() {
        Optional.ofNullable(engine.getDelegatedTask()).ifPresent(Runnable::run);
        return Thread.currentThread().isInterrupted() ? Optional.of(Failure.of(Cause.CANCELLED)) : Optional.empty();
    }

    private Optional<Failure> send() throws SSLException {
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(NOTHING, out);
        Failure sent = stream.send(Arrays.copyOf(out.array(), out.position()), deadline);
        if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            return Optional.of(Failure.of(Cause.CLOSED_EARLY));
        }
        return switch (sent.cause()) {
            case NONE -> Optional.empty();
            // What the server said before it hung up is still there to read, and tells more.
            case RESET, CLOSED_EARLY -> {
                unsent = sent;
                yield Optional.empty();
            }
            default -> Optional.of(sent);
        };
    }

    private Optional<Failure> receive() throws SSLException {
        Wire.Received received = records.next();
        return received.failure().none() ? unwrap(ByteBuffer.wrap(received.bytes())) : Optional.of(received.failure());
    }

    private Optional<Failure> unwrap(ByteBuffer encrypted) throws SSLException {
        ByteBuffer in = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        SSLEngineResult result = engine.unwrap(encrypted, in);
        return switch (result.getStatus()) {
            case OK -> Optional.empty();
            case CLOSED -> Optional.of(Failure.of(Cause.CLOSED_EARLY));
            case BUFFER_OVERFLOW, BUFFER_UNDERFLOW -> Optional.of(Failure.of(Cause.MALFORMED));
        };
    }
}
