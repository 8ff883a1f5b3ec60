package org.faultline.host.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.faultline.host.Failure;
import org.faultline.host.HttpReply;
import org.faultline.host.HttpRequest;
import org.faultline.host.TlsReply;
import org.faultline.host.TlsRequest;
import org.faultline.model.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Seeded, bounded fuzzing: nothing that comes from outside makes a parser throw, hang or eat memory. Prints what it did. */
@Isolated("it watches the clock")
class HostileBytesTest {

    private static final long SEED = 20261123;
    private static final int MOST_ALLOCATED_EACH = 4 << 20;

    /** Mutates the samples or makes bytes up; each input must be taken without an exception. */
    private static void fuzz(String what, int count, List<byte[]> samples, Consumer<byte[]> parser) {
        Random random = new Random(SEED);
        long slowest = 0;
        long largest = 0;
        for (int i = 0; i < count; i++) {
            byte[] input = mutated(random, samples);
            long allocated = Heap.allocatedByThisThread();
            long start = System.nanoTime();
            try {
                parser.accept(input);
            } catch (RuntimeException | Error thrown) {
                throw new AssertionError(what + " " + i + " of seed " + SEED + ": " + Arrays.toString(input), thrown);
            }
            slowest = Math.max(slowest, System.nanoTime() - start);
            largest = Math.max(largest, Heap.allocatedByThisThread() - allocated);
        }
        System.out.printf("fuzz %-22s %,7d inputs, 0 exceptions, slowest %.1f ms, most allocated %,d KiB%n",
            what, count, slowest / 1e6, largest >> 10);
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(2));
        assertThat(largest).isLessThan(MOST_ALLOCATED_EACH);
    }

    private static byte[] mutated(Random random, List<byte[]> samples) {
        if (random.nextInt(10) == 0) {
            byte[] noise = new byte[random.nextInt(600)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
        for (int change = random.nextInt(8); change >= 0 && bytes.length > 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                default -> bytes = spliced(bytes, at, random);
            }
        }
        return bytes;
    }

    /** A piece of it again, somewhere in it. */
    private static byte[] spliced(byte[] bytes, int at, Random random) {
        int from = random.nextInt(bytes.length);
        int length = random.nextInt(Math.min(64, bytes.length - from)) + 1;
        byte[] longer = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(bytes, from, longer, at, length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        return longer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void dnsAnswers() throws Exception {
        Record question = Record.newRecord(Name.fromString("www.example.com."), Type.A, DClass.IN);
        Message query = new Message(0x1234);
        query.addRecord(question, Section.QUESTION);
        byte[] wire = query.toWire();
        List<byte[]> samples = List.of(DnsExchangeTest.good(wire), DnsExchangeTest.pointerLoop(wire),
            DnsExchangeTest.answer(wire, 0, "www.example.com. CNAME a.b.", "a.b. A 192.0.2.1", "a.b. AAAA 2001:db8::1",
                "a.b. TXT x"));
        fuzz("DNS answers", 20_000, samples, input -> {
            DnsAnswer answer = DnsAnswer.read(input, 0x1234, question);
            assertThat(answer.addresses()).hasSizeLessThan(5_000);
        });
    }

    @Test
    void httpAnswers() {
        List<byte[]> samples = List.of(
            bytes("HTTP/1.1 200 OK\r\nContent-Length: 20\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nLocation: /x\r\n\r\n01234567890123456789"),
            bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\n\r\n"),
            bytes("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 302 Found\nA: b\n c\n\nbody"));
        HttpRequestOver over = new HttpRequestOver();
        fuzz("HTTP answers", 20_000, samples, over::get);
    }

    /** The whole exchange over a wire that gives the input in pieces and then ends. */
    private static final class HttpRequestOver {

        void get(byte[] input) {
            HttpReply reply = new HttpExchange(new CannedWire(input)).get(new HttpRequest(URI.create("http://x.example/"),
                new InetSocketAddress("127.0.0.1", 80), false, Duration.ofSeconds(5)));
            assertThat(reply.failure().cause()).isIn(Cause.NONE, Cause.MALFORMED, Cause.CLOSED_EARLY);
            assertThat(reply.body().chars().noneMatch(Character::isISOControl)).isTrue();
            assertThat(reply.location().chars().noneMatch(Character::isISOControl)).isTrue();
        }
    }

    @Test
    void tlsAnswers() {
        TlsExchange.warm();
        byte[] hello = new byte[5 + 4 + 38 + 6];
        System.arraycopy(new byte[] {22, 3, 3, 0, 48, 2, 0, 0, 44, 3, 3}, 0, hello, 0, 11);
        byte[] withExtensions = bytes("\u0016\u0003\u0003\u0000\u0032\u0002\u0000\u0000\u002e\u0003\u0003" + "r".repeat(32)
            + "\u0000\u0013\u0001\u0000\u0000\u0006\u0000\u002b\u0000\u0002\u0003\u0004");
        List<byte[]> samples = List.of(hello, withExtensions, new byte[] {21, 3, 3, 0, 2, 2, 40},
            new byte[] {22, 3, 3, 0, 4, 14, 0, 0, 0, 20, 3, 3, 0, 1, 1});
        fuzz("TLS answers", 1_000, samples, input -> {
            TlsReply reply = new TlsExchange(new CannedWire(input), () -> TestCertificates.NOW, List.of()).handshake(
                new TlsRequest("x.example", new InetSocketAddress("127.0.0.1", 443), List.of(), Optional.empty(),
                    Duration.ofSeconds(5)));
            assertThat(reply.failure().none()).isFalse();
        });
        fuzz("TLS records", 20_000, samples, input -> {
            TlsRecords records = new TlsRecords(new CannedWire(input), new byte[0], Deadline.in(Duration.ofSeconds(5)));
            int count = 0;
            while (records.next().failure().none()) {
                count++;
            }
            assertThat(count).isLessThan(200);
        });
    }

    @Test
    void certificatesOfAnotherKind() throws Exception {
        byte[] der = TestCertificates.selfSigned(TestCertificates.Wish.server("x.example")).certificate().getEncoded();
        byte[] pem = bytes("-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END CERTIFICATE-----\n");
        fuzz("PEM bundles", 20_000, List.of(pem), input -> BundleAnchors.blocks(text(input)));
    }

    @Test
    void configurationTexts() {
        List<byte[]> hosts = List.of(bytes("127.0.0.1 localhost # x\n::1 localhost\nfe80::1%lo0 a b c\n"),
            bytes("\u00ff\u00fe1\u0000"));
        fuzz("hosts files", 20_000, hosts, input -> HostsFile.parse(input).addressesOf("localhost"));
        fuzz("resolv.conf", 20_000, List.of(bytes("nameserver 192.0.2.1\nnameserver fe80::1%eth0\nsearch a b\noptions timeout:1 ndots:2 rotate\n")),
            input -> ResolverFile.parse(text(input)).resolvers(String::length));
        fuzz("nsswitch.conf", 20_000, List.of(bytes("hosts: files [!UNAVAIL=return TRYAGAIN=continue] mdns4_minimal [NOTFOUND=return] dns\n")),
            input -> NameServiceSwitch.parse(text(input)).position("dns"));
        fuzz("proxy values", 20_000, List.of(bytes("http://user:secret@proxy.example:3128/"), bytes("socks5://[2001:db8::1]:1"),
            bytes("a,b,.c *")),
            input -> {
                ProxyText.setting("http", text(input), "x", List.of());
                ProxyText.environment(Map.of("https_proxy", text(input), "no_proxy", text(input)));
            });
        fuzz("GNOME and KDE proxies", 20_000,
            List.of(bytes("org.gnome.system.proxy mode 'manual'\norg.gnome.system.proxy.http host 'p'\n"
            + "org.gnome.system.proxy.http port 8080\norg.gnome.system.proxy ignore-hosts ['a', 'b']\n"),
            bytes("[Proxy Settings]\nProxyType=1\nhttpProxy=http://p 3128\nNoProxyFor=a,b\n")),
            input -> {
                ProxyText.gnome(text(input));
                ProxyText.kde(text(input));
            });
    }

    @Test
    void aMebibyteOfTheWorstIsReadInTime() {
        for (String piece : List.of("\n", " ", "[", "a@", "1.1.1.1 a\n", "nameserver ::1\n", "hosts: [a=b] ", "'", "#", "%")) {
            byte[] input = bytes(piece.repeat((1 << 20) / piece.length()));
            long start = System.nanoTime();
            HostsFile.parse(input);
            ResolverFile.parse(text(input));
            NameServiceSwitch.parse(text(input));
            ProxyText.gnome(text(input));
            ProxyText.kde(text(input));
            ProxyText.setting("http", text(input), "x", List.of());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(piece).isLessThan(Duration.ofSeconds(3));
        }
    }

    /** A wire and its only stream: what it receives is given, what it sends is dropped. */
    private static final class CannedWire implements Wire, Wire.Stream {

        private final byte[] input;
        private int at;

        CannedWire(byte[] input) {
            this.input = input;
        }

        @Override
        public Opened open(InetSocketAddress target, Deadline deadline) {
            return new Opened.Open(this);
        }

        @Override
        public Received exchange(Query query, Deadline deadline) {
            return Received.failed(Failure.NO_REPLY);
        }

        @Override
        public String method() {
            return "canned";
        }

        @Override
        public Failure send(byte[] bytes, Deadline deadline) {
            return Failure.NONE;
        }

        @Override
        public Received receive(int atMost, Deadline deadline) {
            if (at == input.length) {
                return Received.failed(Failure.of(Cause.CLOSED_EARLY));
            }
            int count = Math.min(Math.min(atMost, 1 + at % 97), input.length - at);
            at += count;
            return Received.of(Arrays.copyOfRange(input, at - count, at));
        }

        @Override
        public void end() {
            // Nothing is listening.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
