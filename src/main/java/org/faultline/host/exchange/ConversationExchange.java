package org.faultline.host.exchange;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.faultline.host.ConversationReply;
import org.faultline.host.ConversationRequest;
import org.faultline.host.Failure;
import org.faultline.host.TlsReply;
import org.faultline.host.TlsRequest;
import org.faultline.host.exchange.Wire.Received;
import org.faultline.model.Cause;

/**
 * Connects, says what it is told to, and listens to what comes back: bounded in time and memory whatever the other side does. What it
 * hears is handed on as it came.
 */
public final class ConversationExchange {

    private static final int MOST_BYTES = 64 * 1024;

    /** After the first words, so long a pause means that the other side waits for an answer; on one computer words follow within 1 ms. */
    private static final Duration PAUSE = Duration.ofMillis(25);

    /** How long, and how much, we still listen before we hang up: closing on unread words resets the connection (RFC 1122, 4.2.2.13). */
    private static final Duration PARTING = Duration.ofMillis(150);
    private static final int MOST_PARTING_BYTES = 256 * 1024;

    private static final byte[] NOTHING = {};

    private final Wire wire;
    private final TlsExchange tls;

    public ConversationExchange(Wire wire, TlsExchange tls) {
        this.wire = wire;
        this.tls = tls;
    }

    public ConversationReply converse(ConversationRequest request) {
        Deadline deadline = Deadline.in(request.timeout());
        return switch (wire.open(request.target(), deadline)) {
            case Wire.Opened.NotOpen(Failure failure) -> new ConversationReply(failure, false, false, NOTHING, Optional.empty(), Failure.NONE,
                deadline.elapsed(), wire.method());
            case Wire.Opened.Open(Wire.Stream stream) -> {
                try (stream) {
                    yield request.secureAs().isPresent() ? secured(request, request.secureAs().get(), stream, deadline)
                        : plain(request, stream, deadline);
                }
            }
        };
    }

    private ConversationReply plain(ConversationRequest request, Wire.Stream stream, Deadline deadline) {
        Failure sent = request.say().length == 0 ? Failure.NONE : stream.send(request.say(), deadline);
        // What the other side said before it hung up is still there to read.
        Heard heard = hear(request, deadline, until -> stream.receive(request.atMost(), until));
        Failure failure = heard.bytes().length > 0 ? Failure.NONE : sent.none() ? heard.end() : sent;
        Duration elapsed = deadline.elapsed();
        if (heard.end().cause() != Cause.CLOSED_EARLY && heard.bytes().length > 0) {
            part(stream);
        }
        return new ConversationReply(silence(failure), true, false, heard.bytes(), Optional.empty(), Failure.NONE, elapsed, wire.method());
    }

    private ConversationReply secured(ConversationRequest request, String name, Wire.Stream stream, Deadline deadline) {
        TlsExchange.Shaken shaken = tls.shaken(new TlsRequest(name, request.target(), request.trust(), Optional.empty(), request.timeout()),
            stream, NOTHING, deadline);
        TlsReply reply = shaken.reply();
        if (shaken.conversation().isEmpty()) {
            return new ConversationReply(silence(reply.failure()), true, false, NOTHING, reply.certificate(), Failure.NONE, deadline.elapsed(), wire.method());
        }
        TlsConversation conversation = shaken.conversation().get();
        Failure sent = request.say().length == 0 ? Failure.NONE : conversation.say(request.say());
        Received first = sent.none() ? conversation.hear() : Received.failed(sent);
        Duration elapsed = deadline.elapsed();
        conversation.bye();
        if (first.failure().none()) {
            part(stream);
        }
        return new ConversationReply(silence(first.failure()), true, true, cut(first.bytes(), request.atMost()), reply.certificate(), reply.failure(),
            elapsed, wire.method());
    }

    /** After the reply, and no part of its time: ends the conversation in an orderly way where the other side plays along: no reset in its log. */
    private static void part(Wire.Stream stream) {
        stream.end();
        Deadline until = Deadline.in(PARTING);
        int read = 0;
        while (read < MOST_PARTING_BYTES) {
            Received rest = stream.receive(MOST_PARTING_BYTES / 16, until);
            if (!rest.failure().none()) {
                return;
            }
            read += rest.bytes().length;
        }
    }

    /** Nothing came in the time there was: whether we waited or worked, the other side has not spoken. */
    private static Failure silence(Failure failure) {
        return failure.cause() == Cause.STALLED ? Failure.NO_REPLY : failure;
    }

    private static Heard hear(ConversationRequest request, Deadline deadline, Ear ear) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        int most = Math.clamp(request.atMost(), 1, MOST_BYTES);
        Received part = ear.hear(deadline);
        while (part.failure().none()) {
            heard.writeBytes(cut(part.bytes(), most - heard.size()));
            if (heard.size() >= most || deadline.passed()) {
                return new Heard(heard.toByteArray(), Failure.NONE);
            }
            part = ear.hear(soonest(deadline));
        }
        return new Heard(heard.toByteArray(), part.failure());
    }

    private static Deadline soonest(Deadline deadline) {
        Deadline pause = Deadline.in(PAUSE);
        return pause.endNanos() < deadline.endNanos() ? pause : deadline;
    }

    private static byte[] cut(byte[] bytes, int most) {
        return bytes.length <= most ? bytes : Arrays.copyOf(bytes, Math.max(0, most));
    }

    private record Heard(byte[] bytes, Failure end) { }

    private interface Ear {
        Received hear(Deadline until);
    }
}
