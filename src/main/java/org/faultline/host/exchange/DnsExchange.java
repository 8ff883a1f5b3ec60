package org.faultline.host.exchange;

import java.io.IOException;
import java.net.IDN;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.faultline.host.DnsReply;
import org.faultline.host.DnsRequest;
import org.faultline.host.Failure;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Asks one name server one question (RFC 1035, RFC 7766). Like a real resolver it passes over packets that are not the answer
 * and goes on listening; only if nothing better came by the deadline is the wrong packet what it reports.
 * Uses dnsjava for the message format alone: its resolver reads system settings, costs start-up time and hides causes.
 */
public final class DnsExchange {

    /** A second query at 30 % of the timeout: late enough not to race a slow server, early enough for its answer to arrive. */
    private static final double RESEND_AT = 0.3;
    /**
     * What we say we take (RFC 6891) where long answers are usual: what today's resolvers say, as it fits every path uncut. Without it
     * all answers over 512 bytes come truncated; example: a TXT answer of 900 bytes would look as if it needed TCP. Addresses fit
     * in 512 bytes, and the plain question is the one that the oldest routers still understand.
     */
    private static final int SAID_TO_FIT = 1232;
    private static final Set<Integer> LONG_ANSWERS = Set.of(Type.TXT);
    /** Servers that ignore our limit are still understood. */
    private static final int LARGEST_DATAGRAM = 4096;
    /** Messages over one TCP connection that are looked at for ours. */
    private static final int MOST_MESSAGES = 8;

    private final Wire wire;

    public DnsExchange(Wire wire) {
        this.wire = wire;
    }

    /** A name that cannot be put into a query is NOT_SUPPORTED, and nothing is sent. */
    public DnsReply ask(DnsRequest request) {
        Deadline deadline = Deadline.in(request.timeout());
        int id = ThreadLocalRandom.current().nextInt(0x10000);
        String method = request.transport().id() + "/" + wire.method();
        return question(request.name(), request.type()).map(question -> {
            Listening listening = new Listening(id, question, deadline.startNanos() + resendAfter(request).toNanos());
            Failure failure = switch (request.transport()) {
                case UDP -> overUdp(request, query(id, question), listening, deadline);
                case TCP -> overTcp(request, query(id, question), listening, deadline);
            };
            return listening.reply(failure, deadline.elapsed(), method);
        }).orElseGet(() -> new DnsReply(Failure.of(Cause.NOT_SUPPORTED), "", List.of(), Duration.ZERO, method));
    }

    private static Optional<Record> question(String name, String type) {
        try {
            String ascii = name.chars().allMatch(c -> c < 128) ? name : IDN.toASCII(name);
            int number = Type.value(type);
            return number < 0 ? Optional.empty() : Optional.of(Record.newRecord(Name.fromString(ascii, Name.root), number,
                DClass.IN));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static byte[] query(int id, Record question) {
        Message query = new Message(id);
        query.getHeader().setFlag(Flags.RD);
        query.addRecord(question, Section.QUESTION);
        if (LONG_ANSWERS.contains(question.getType())) {
            query.addRecord(new OPTRecord(SAID_TO_FIT, 0, 0), Section.ADDITIONAL);
        }
        return query.toWire();
    }

    private Failure overUdp(DnsRequest request, byte[] query, Listening listening, Deadline deadline) {
        return wire.exchange(new Wire.Query(request.server(), query, resendAfter(request), LARGEST_DATAGRAM, listening::accepts), deadline)
            .failure();
    }

    private static Duration resendAfter(DnsRequest request) {
        return Duration.ofNanos((long) (request.timeout().toNanos() * RESEND_AT));
    }

    private Failure overTcp(DnsRequest request, byte[] query, Listening listening, Deadline deadline) {
        return switch (wire.open(request.server(), deadline)) {
            case Wire.Opened.NotOpen(Failure failure) -> failure;
            case Wire.Opened.Open(Wire.Stream stream) -> {
                try (stream) {
                    Failure sent = stream.send(framed(query), deadline);
                    yield sent.none() ? receive(stream, listening, deadline) : sent;
                }
            }
        };
    }

    private static Failure receive(Wire.Stream stream, Listening listening, Deadline deadline) {
        for (int message = 0; message < MOST_MESSAGES; message++) {
            Wire.Received length = exactly(2, stream, deadline);
            if (!length.failure().none()) {
                return length.failure();
            }
            Wire.Received body = exactly((length.bytes()[0] & 0xFF) << 8 | length.bytes()[1] & 0xFF, stream, deadline);
            if (!body.failure().none()) {
                return body.failure();
            }
            if (listening.accepts(body.bytes())) {
                return Failure.NONE;
            }
        }
        return Failure.of(Cause.WRONG_ANSWER);
    }

    /** At most 65,535 bytes, as the length prefix allows (RFC 1035, 4.2.2). */
    private static Wire.Received exactly(int count, Wire.Stream stream, Deadline deadline) {
        byte[] bytes = new byte[count];
        for (int got = 0; got < count;) {
            Wire.Received part = stream.receive(count - got, deadline);
            if (!part.failure().none()) {
                return part;
            }
            System.arraycopy(part.bytes(), 0, bytes, got, part.bytes().length);
            got += part.bytes().length;
        }
        return Wire.Received.of(bytes);
    }

    private static byte[] framed(byte[] query) {
        byte[] framed = new byte[query.length + 2];
        framed[0] = (byte) (query.length >> 8);
        framed[1] = (byte) query.length;
        System.arraycopy(query, 0, framed, 2, query.length);
        return framed;
    }

    /** Loads what the first question of a program needs (60 ms cold), for a background thread at start. Sends nothing. */
    public static void warm() {
        question("localhost", "A").ifPresent(question -> {
            byte[] query = query(0, question);
            query[2] |= (byte) 0x80;
            DnsAnswer.read(query, 0, question);
        });
    }

    /**
     * Remembers the best packet seen so far: the answer, else a wrong one, else garbage. A wrong packet is passed over as a right one may
     * follow (somebody may be forging); one that comes after our second query is taken for the server's own way of answering.
     */
    private static final class Listening {

        private final int id;
        private final Record question;
        private final long patientUntil;
        private Optional<DnsAnswer> best = Optional.empty();

        Listening(int id, Record question, long patientUntil) {
            this.patientUntil = patientUntil;
            this.id = id;
            this.question = question;
        }

        boolean accepts(byte[] packet) {
            DnsAnswer answer = DnsAnswer.read(packet, id, question);
            if (answer.ours() || best.isEmpty() || answer.failure().cause() == Cause.WRONG_ANSWER) {
                best = Optional.of(answer);
            }
            return answer.ours() || System.nanoTime() - patientUntil > 0;
        }

        /** Silence after a wrong packet is that wrong packet; a refusal or reset is told as it is. */
        DnsReply reply(Failure failure, Duration elapsed, String method) {
            boolean heard = switch (failure.cause()) {
                case NONE, NO_REPLY, STALLED, CLOSED_EARLY, WRONG_ANSWER -> best.isPresent();
                default -> false;
            };
            return heard
                ? best.map(answer -> new DnsReply(answer.failure(), answer.rcode(), answer.addresses(), elapsed, method))
                    .orElseThrow()
                : new DnsReply(failure, "", List.of(), elapsed, method);
        }
    }
}
