package org.faultline.host.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faultline.host.DnsReply;
import org.faultline.host.DnsRequest;
import org.faultline.host.Transport;
import org.faultline.host.plain.NioWire;
import org.faultline.model.Cause;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsExchangeTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration GENEROUS = Duration.ofMillis(1_500);
    private static final InetAddress ADDRESS = InetAddress.ofLiteral("192.0.2.7");

    @BeforeAll
    static void loadClasses() {
        DnsExchange.warm();
        good(Message.newQuery(Record.newRecord(Name.root, Type.A, DClass.IN)).toWire());
    }

    static DnsReply ask(InetSocketAddress server, Transport transport, Duration timeout) {
        return new DnsExchange(new NioWire()).ask(new DnsRequest(server, "www.example.com", "A", transport, timeout));
    }

    static DnsReply askUdp(Function<byte[], List<byte[]>> answers, Duration timeout) throws Exception {
        try (HostileServer server = HostileServer.udp(answers)) {
            return ask(server.address(), Transport.UDP, timeout);
        }
    }

    /** An answer ends the wait, however long it may be; only what has to run into the timeout gets a short one. */
    static Duration patience(Cause cause) {
        return cause == Cause.NONE ? LONG : TIMEOUT;
    }

    /** The query turned into an answer, then changed. */
    static byte[] answer(byte[] query, int rcode, String... records) {
        try {
            Message message = new Message(query);
            message.getHeader().setFlag(Flags.QR);
            message.getHeader().setRcode(rcode);
            for (String record : records) {
                String[] part = record.split(" ");
                message.addRecord(Record.fromString(Name.fromString(part[0]), Type.value(part[1]), DClass.IN, 60, part[2],
                    Name.root),
                    Section.ANSWER);
            }
            return message.toWire();
        } catch (java.io.IOException wrong) {
            throw new AssertionError(wrong);
        }
    }

    static byte[] good(byte[] query) {
        return answer(query, Rcode.NOERROR, "www.example.com. A 192.0.2.7");
    }

    static byte[] changed(byte[] bytes, int at, int xor) {
        byte[] copy = bytes.clone();
        copy[at] ^= (byte) xor;
        return copy;
    }

    static byte[] otherQuestion(byte[] query) {
        byte[] copy = good(query);
        copy[14] = 'x';
        return copy;
    }

    /** Header of our query, one question whose name points at itself. */
    static byte[] pointerLoop(byte[] query) {
        byte[] loop = Arrays.copyOf(query, 12 + 6);
        loop[2] |= (byte) 0x80;
        System.arraycopy(HexFormat.of().parseHex("c00c00010001"), 0, loop, 12, 6);
        return loop;
    }

    static Stream<Arguments> udpServers() {
        return Stream.of(
            server("answers", q -> List.of(good(q)), Cause.NONE, "NOERROR", 1),
            server("answers in capitals", q -> List.of(changed(good(q), 13, 0x20)), Cause.NONE, "NOERROR", 1),
            server("follows aliases", q -> List.of(answer(q, Rcode.NOERROR, "www.example.com. CNAME a.example.net.",
                "a.example.net. CNAME b.example.org.", "b.example.org. A 192.0.2.7", "other.example.org. A 192.0.2.9")),
                Cause.NONE, "NOERROR", 1),
            server("alias loop", q -> List.of(answer(q, Rcode.NOERROR, "www.example.com. CNAME a.example.net.",
                "a.example.net. CNAME www.example.com.")), Cause.NONE, "NOERROR", 0),
            server("no data", q -> List.of(answer(q, Rcode.NOERROR)), Cause.NONE, "NOERROR", 0),
            server("name error", q -> List.of(answer(q, Rcode.NXDOMAIN)), Cause.NONE, "NXDOMAIN", 0),
            server("server failure", q -> List.of(answer(q, Rcode.SERVFAIL)), Cause.NONE, "SERVFAIL", 0),
            server("refused without question", q -> List.of(Arrays.copyOf(changed(changed(changed(q, 2, 0x80), 3, 5), 5, 1), 12)),
                Cause.NONE, "REFUSED", 0),
            server("silent", q -> List.of(), Cause.NO_REPLY, "", 0),
            server("wrong id", q -> List.of(changed(good(q), 0, 0x55)), Cause.WRONG_ANSWER, "", 0),
            server("wrong question", q -> List.of(otherQuestion(q)), Cause.WRONG_ANSWER, "", 0),
            server("echoes the query", q -> List.of(q), Cause.WRONG_ANSWER, "", 0),
            server("wrong id, then right", q -> List.of(changed(good(q), 0, 0x55), good(q)), Cause.NONE, "NOERROR", 1),
            server("wrong question, then right", q -> List.of(otherQuestion(q), good(q)), Cause.NONE, "NOERROR", 1),
            server("hundred wrong, then right", q -> Stream.concat(IntStream.range(0, 100).mapToObj(_ -> changed(good(q), 1, 1)),
                Stream.of(good(q))).toList(), Cause.NONE, "NOERROR", 1),
            server("truncated", q -> List.of(changed(good(q), 2, 0x02)), Cause.TRUNCATED, "NOERROR", 1),
            server("truncated in a record", q -> List.of(Arrays.copyOf(changed(good(q), 2, 0x02), good(q).length - 2)),
                Cause.TRUNCATED, "NOERROR", 0),
            server("cut off", q -> List.of(Arrays.copyOf(good(q), good(q).length - 2)), Cause.MALFORMED, "", 0),
            server("short", q -> List.of(Arrays.copyOf(q, 5)), Cause.MALFORMED, "", 0),
            server("garbage", q -> List.of("SSH-2.0-x".getBytes()), Cause.MALFORMED, "", 0),
            server("garbage, then right", q -> List.of(new byte[1], good(q)), Cause.NONE, "NOERROR", 1),
            server("pointer loop", q -> List.of(pointerLoop(q)), Cause.MALFORMED, "", 0));
    }

    static Arguments server(String name, Function<byte[], List<byte[]>> answers, Cause cause, String rcode, int addresses) {
        return Arguments.of(name, answers, cause, rcode, addresses);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("udpServers")
    void tellsWhatTheServerDid(String name, Function<byte[], List<byte[]>> answers, Cause cause, String rcode, int addresses)
        throws Exception {
        DnsReply reply = askUdp(answers, patience(cause));
        assertThat(reply.failure().cause()).isEqualTo(cause);
        assertThat(reply.rcode()).isEqualTo(rcode);
        assertThat(reply.addresses()).hasSize(addresses).allMatch(ADDRESS::equals);
        assertThat(reply.elapsed()).isLessThan(GENEROUS);
    }

    @Test
    void repeatsTheQuestionOnceWhenTheFirstIsLost() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        DnsReply reply = askUdp(q -> asked.incrementAndGet() == 1 ? List.of() : List.of(good(q)), Duration.ofSeconds(1));
        assertThat(reply.addresses()).containsExactly(ADDRESS);
        assertThat(reply.elapsed()).isBetween(Duration.ofMillis(299), GENEROUS);
        assertThat(asked).hasValue(2);
    }

    @Test
    void closedPortIsRefusedLongBeforeTheTimeout() throws Exception {
        InetSocketAddress closed;
        try (HostileServer server = HostileServer.udp(_ -> List.of())) {
            closed = server.address();
        }
        DnsReply reply = ask(closed, Transport.UDP, LONG);
        assertThat(reply.failure().cause()).isEqualTo(Cause.REFUSED);
        assertThat(reply.elapsed()).isLessThan(LONG);
    }

    /** Truncates what does not fit, as a server must: 512 bytes, or what the question says. */
    static byte[] longText(byte[] query) {
        try {
            Message asked = new Message(query);
            byte[] whole = answer(query, Rcode.NOERROR, IntStream.range(0, 4)
                .mapToObj(i -> "www.example.com. TXT " + i + "x".repeat(200)).toArray(String[]::new));
            int fits = asked.getOPT() == null ? 512 : asked.getOPT().getPayloadSize();
            return whole.length <= fits ? whole : changed(answer(query, Rcode.NOERROR), 2, 0x02);
        } catch (java.io.IOException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** As for any resolver of today, an answer of 900 bytes needs no TCP; a plain question for addresses stays plain. */
    @Test
    void longTextFitsBecauseTheQuestionSaysSo() throws Exception {
        try (HostileServer server = HostileServer.udp(query -> List.of(longText(query)))) {
            DnsExchange exchange = new DnsExchange(new NioWire());
            DnsReply text = exchange.ask(new DnsRequest(server.address(), "www.example.com", "TXT", Transport.UDP, LONG));
            assertThat(text.failure().cause()).isEqualTo(Cause.NONE);
            assertThat(text.rcode()).isEqualTo("NOERROR");
            assertThat(exchange.ask(new DnsRequest(server.address(), "www.example.com", "A", Transport.UDP, LONG)).failure().cause())
                .isEqualTo(Cause.TRUNCATED);
        }
    }

    @Test
    void nameThatFitsInNoQueryIsNotSent() {
        DnsReply reply = new DnsExchange(new NioWire()).ask(new DnsRequest(new InetSocketAddress("127.0.0.1", 9),
            "a".repeat(64) + ".example", "A", Transport.UDP, TIMEOUT));
        assertThat(reply.failure().cause()).isEqualTo(Cause.NOT_SUPPORTED);
    }

    static byte[] framed(byte[] message) {
        byte[] framed = new byte[message.length + 2];
        framed[0] = (byte) (message.length >> 8);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, 2, message.length);
        return framed;
    }

    static byte[] query(Socket socket) throws java.io.IOException {
        byte[] length = socket.getInputStream().readNBytes(2);
        return socket.getInputStream().readNBytes((length[0] & 0xFF) << 8 | length[1] & 0xFF);
    }

    static HostileServer.Talk talk(UnaryOperator<byte[]> answer) {
        return socket -> {
            HostileServer.say(socket, answer.apply(query(socket)));
            HostileServer.stall(socket);
        };
    }

    static Stream<Arguments> tcpServers() {
        return Stream.of(
            Arguments.of("answers", talk(q -> framed(good(q))), Cause.NONE),
            Arguments.of("wrong id, then right", talk(q -> concat(framed(changed(good(q), 0, 1)), framed(good(q)))), Cause.NONE),
            Arguments.of("wrong id", talk(q -> framed(changed(good(q), 0, 1))), Cause.WRONG_ANSWER),
            Arguments.of("garbage", talk(q -> framed(new byte[3])), Cause.MALFORMED),
            Arguments.of("silent", (HostileServer.Talk) HostileServer::stall, Cause.STALLED),
            Arguments.of("promises 65535 bytes", talk(q -> new byte[] {-1, -1, 0}), Cause.STALLED),
            Arguments.of("drips", (HostileServer.Talk) s -> HostileServer.drip(s, framed(good(query(s)))), Cause.STALLED),
            Arguments.of("hangs up", (HostileServer.Talk) DnsExchangeTest::query, Cause.CLOSED_EARLY),
            Arguments.of("resets", (HostileServer.Talk) s -> {
                query(s);
                HostileServer.reset(s);
            }, Cause.RESET));
    }

    static byte[] concat(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tcpServers")
    void tellsWhatTheServerDidOverTcp(String name, HostileServer.Talk talk, Cause cause) throws Exception {
        try (HostileServer server = HostileServer.tcp(talk)) {
            DnsReply reply = ask(server.address(), Transport.TCP, patience(cause));
            assertThat(reply.failure().cause()).isEqualTo(cause);
            assertThat(reply.addresses()).hasSize(cause == Cause.NONE ? 1 : 0);
            assertThat(reply.elapsed()).isLessThan(GENEROUS);
        }
    }

    @Test
    void closedTcpPortIsRefused() throws Exception {
        InetSocketAddress closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            closed = (InetSocketAddress) socket.getLocalSocketAddress();
        }
        assertThat(ask(closed, Transport.TCP, LONG).failure().cause()).isEqualTo(Cause.REFUSED);
    }
}
