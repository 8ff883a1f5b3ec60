package org.faultline.host.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.faultline.host.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parser takes 20,000 damaged versions of what was recorded: none throws, hangs or eats memory. */
@Execution(ExecutionMode.CONCURRENT)
class ParserFuzzTest {
    private static final int MUTATIONS = 20_000;
    private static final long SEED = 20_261_123;
    private static final IntFunction<String> NAMES = index -> "if" + index;

    /** Linear parsers of 15 KB at most: five seconds, on a busy machine too, only ever catch a hang. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private record Parser(String name, byte[] input, Consumer<byte[]> parse) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Parser[] parsers() {
        return new Parser[] {
            new Parser("links", Recorded.bytes("links.bin"), it -> {
                var links = LinkMessages.links(it);
                links.forEach(link -> LinkKinds.of(link, "", links));
            }),
            new Parser("addresses", Recorded.bytes("addresses.bin"), it -> AddressMessages.addresses(it, NAMES)),
            new Parser("routes", Recorded.bytes("routes.bin"), it -> RouteMessages.routes(it, NAMES)),
            new Parser("route choice", Recorded.bytes("route-to-8.8.8.8.bin"), it -> RouteMessages.choice(it, NAMES)),
            new Parser("rules", Recorded.bytes("rules.bin"), RuleMessages::rules),
            new Parser("neighbours", Recorded.bytes("neighbours.bin"), it -> NeighbourMessages.neighbours(it, NAMES)),
            new Parser("listeners", Recorded.bytes("listeners-tcp6.bin"), it -> SockDiagMessages.listeners(it, Transport.TCP)),
            new Parser("control messages", Recorded.bytes("control-error6.bin"), ControlMessages::parse),
            new Parser("replies", Recorded.bytes("data-reply4.bin"), it -> new IcmpPacket(false, 77, 99).reply(it, true, 32)),
            new Parser("quotations", Recorded.bytes("data-error6.bin"), it -> new IcmpPacket(true, 77, 99).quoted(it, true)),
            new Parser("arp", ArpPacket.probe(new byte[6], new byte[4]), it -> {
                ArpPacket.claimant(it, new byte[4], new byte[6]);
                ArpPacket.hardwareAddress(it);
            }),
            new Parser("socket addresses", new byte[] {10, 0, 0, 80, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
                15, 16, 1, 0, 0, 0},
                it -> Sockaddr.read(ByteBuffer.wrap(it))),
            new Parser("counters", Recorded.bytes("snmp.txt"), it -> {
                String text = new String(it, StandardCharsets.ISO_8859_1);
                MibCounters.paired(text);
                MibCounters.named(text);
                MibCounters.devices(text);
            }),
            new Parser("wireless", "wlan0: 0000   58.  -52.  -256  0\n".getBytes(StandardCharsets.US_ASCII),
                it -> WirelessSignal.percent(new String(it, StandardCharsets.ISO_8859_1), "wlan0")),
            new Parser("os-release", "PRETTY_NAME=\"Debian\"\n".getBytes(StandardCharsets.US_ASCII),
                it -> LocalMachine.version(new String(it, StandardCharsets.ISO_8859_1)))};
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void noDamageBreaksIt(Parser parser) {
        Random random = new Random(SEED);
        long slowest = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = damage(parser.input(), random);
            long start = System.nanoTime();
            int number = i;
            assertThatCode(() -> parser.parse().accept(damaged)).as("mutation %d of %s", number,
                parser).doesNotThrowAnyException();
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        System.out.printf("fuzzed %s: %,d inputs, 0 exceptions, slowest %.1f ms%n", parser, MUTATIONS, slowest / 1e6);
        assertThat(Duration.ofNanos(slowest)).isLessThan(LONGEST);
    }

    /** The undamaged input is understood: else the fuzzing would only ever see refusals. */
    @Test
    void theRecordingsAreUnderstood() {
        Map<String, Integer> found = new TreeMap<>();
        found.put("links", LinkMessages.links(Recorded.bytes("links.bin")).size());
        found.put("routes", RouteMessages.routes(Recorded.bytes("routes.bin"), NAMES).size());
        found.put("rules", RuleMessages.rules(Recorded.bytes("rules.bin")).size());
        assertThat(found).containsEntry("links", 9).containsEntry("rules", 11);
        assertThat(found.get("routes")).isGreaterThan(35);
    }

    private static byte[] damage(byte[] input, Random random) {
        byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(input, random.nextInt(input.length + 8)) : input.clone();
        int changes = random.nextInt(1, 9);
        for (int i = 0; i < changes && damaged.length > 0; i++) {
            int at = random.nextInt(damaged.length);
            damaged[at] = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> -1;
                case 2 -> (byte) (damaged[at] ^ 1 << random.nextInt(8));
                default -> (byte) random.nextInt(256);
            };
        }
        return damaged;
    }
}
