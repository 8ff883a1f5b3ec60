package org.faultline.probe.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The protocols that we know by their first words. What we say is harmless: it reads nothing of anybody's, changes nothing and logs in
 * nowhere; those that speak first are only listened to.
 */
public enum Dialect {
    // Those that speak first.
    SSH("SSH", 22, true, new byte[0], heard -> line(heard).filter(line -> line.startsWith("SSH-")).map(line -> line.replaceFirst("SSH-[0-9.]+-", ""))),
    SMTP("SMTP", 25, true, new byte[0], heard -> greeting(heard).filter(line -> !line.toUpperCase(Locale.ROOT).matches(".*(FTP|FILEZILLA).*"))),
    FTP("FTP", 21, true, new byte[0], heard -> greeting(heard).filter(line -> !line.toUpperCase(Locale.ROOT).matches(".*\\b(E?SMTP|LMTP|MAIL)\\b.*"))),
    IMAP("IMAP", 143, true, new byte[0], heard -> line(heard).filter(line -> line.startsWith("* OK") || line.startsWith("* PREAUTH") || line.startsWith("* BYE"))),
    POP3("POP3", 110, true, new byte[0], heard -> line(heard).filter(line -> line.startsWith("+OK") || line.startsWith("-ERR") && line.toUpperCase(Locale.ROOT).contains("POP"))),
    /** Protocol 10's greeting, or the error packet that refuses this host (both begin with length and number 0). */
    MYSQL("MySQL", 3306, true, new byte[0], Dialect::mysql),

    // Those that wait to be spoken to.
    HTTP("HTTP", 80, false, request("/", "localhost").getBytes(US_ASCII), Dialect::http),
    /** SSLRequest (PostgreSQL, 54.2.10): a length of 8 and the number 80877103; the server answers with one letter. */
    POSTGRESQL("PostgreSQL", 5432, false, hex("0000000804d2162f"), Dialect::postgresql),
    /** PING is answered without a login, if only by asking for one. */
    REDIS("Redis", 6379, false, "PING\r\n".getBytes(US_ASCII), heard -> line(heard).filter(line -> line.equals("+PONG") || line.startsWith("-NOAUTH")
        || line.startsWith("-DENIED") || line.startsWith("-ERR operation not permitted") || line.startsWith("-LOADING") || line.startsWith("-MASTERDOWN"))),
    /** OP_MSG {@code {hello: 1, $db: "admin"}}. */
    MONGODB("MongoDB", 27017, false, hex("340000000100000000000000dd07000000000000001f0000001068656c6c"
        + "6f000100000002246462000600000061646d696e0000"),
        Dialect::mongodb),
    /** The header of AMQP 0-9-1; a server of another version answers with its own. */
    AMQP("AMQP", 5672, false, hex("414d515000000901"), Dialect::amqp),
    /** CONNECT with a version that does not exist: a server must refuse it with CONNACK 1 (MQTT 3.1.1, 3.1.2.2), so that no session is made. */
    MQTT("MQTT", 1883, false, hex("100c00044d5154546302000a0000"), heard -> Optional.of("refuses an unknown version as it should")
        .filter(_ -> heard.length >= 2 && (heard[0] == 0x20 && heard[1] >= 2 && heard[1] <= 30 || (heard[0] & 0xFF) == 0xE0))),
    /** A question for the root's name servers over TCP (RFC 7766), without asking to look further. */
    DNS("DNS", 53, false, hex("0011fa17000000010000000000000000020001"), heard -> Optional.of("answers over TCP")
        .filter(_ -> heard.length >= 6 && (heard[2] & 0xFF) == 0xFA && heard[3] == 0x17 && (heard[4] & 0x80) != 0));

    /** Enough for a greeting. */
    static final int ENOUGH = 2_048;

    private static final int LONGEST_WORDS = 100;

    private final String shown;
    private final int port;
    private final boolean first;
    private final byte[] opening;
    private final Function<byte[], Optional<String>> recogniser;

    Dialect(String shown, int port, boolean first, byte[] opening, Function<byte[], Optional<String>> recogniser) {
        this.shown = shown;
        this.port = port;
        this.first = first;
        this.opening = opening;
        this.recogniser = recogniser;
    }

    /** A request for one page, after which the server hangs up. @param authority name and, unless it is the usual one, port */
    static String request(String path, String authority) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + authority + "\r\nUser-Agent: faultline\r\nAccept: */*\r\nConnection: close\r\n\r\n";
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** As people write it. */
    public String shown() {
        return shown;
    }

    /** The port that it is registered for. */
    int port() {
        return port;
    }

    /** The server greets before anything was said to it. */
    boolean speaksFirst() {
        return first;
    }

    byte[] opening() {
        return opening.clone();
    }

    /** What it says of itself, not escaped yet; empty if these are not its words. */
    Optional<String> recognise(byte[] heard) {
        return heard.length == 0 ? Optional.empty() : recogniser.apply(heard).map(words -> words.substring(0, Math.min(words.length(), LONGEST_WORDS)));
    }

    /** Whose words these are, whatever was asked. */
    static Optional<Dialect> of(byte[] heard) {
        return Arrays.stream(values()).filter(dialect -> dialect.recognise(heard).isPresent()).findFirst();
    }

    private static Optional<String> line(byte[] heard) {
        String text = new String(heard, StandardCharsets.UTF_8);
        return text.lines().findFirst().map(String::strip);
    }

    /** SMTP and FTP greet alike: what does not say which of them it is may be either. */
    private static Optional<String> greeting(byte[] heard) {
        return line(heard).filter(greeting -> greeting.matches("(220|421|554|120|530)[ -].*"));
    }

    private static Optional<String> http(byte[] heard) {
        return line(heard).filter(line -> line.matches("HTTP/[0-9.]{1,3} [1-5][0-9][0-9]( .*)?")).map(line -> line.split(" ", 3)[1])
            .map(status -> status + header(heard, "server").map(server -> ", " + server).orElse(""));
    }

    private static Optional<String> header(byte[] heard, String name) {
        return new String(heard, ISO_8859_1).lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
            .map(line -> line.substring(name.length() + 1).strip()).findFirst();
    }

    private static Optional<String> postgresql(byte[] heard) {
        boolean letter = heard.length == 1 && (heard[0] == 'S' || heard[0] == 'N');
        boolean error = heard.length > 5 && heard[0] == 'E' && heard[1] == 0 && heard[2] == 0;
        return letter ? Optional.of(heard[0] == 'S' ? "offers encryption" : "without encryption")
            : error ? Optional.of("refuses connections") : Optional.empty();
    }

    private static Optional<String> mysql(byte[] heard) {
        boolean packet = heard.length > 6 && heard[3] == 0 && (heard[0] & 0xFF | (heard[1] & 0xFF) << 8 | (heard[2] & 0xFF) << 16) < 1_024;
        if (packet && heard[4] == 10) {
            int end = 5;
            while (end < heard.length && heard[end] != 0) {
                end++;
            }
            return Optional.of(new String(heard, 5, end - 5, US_ASCII).replaceFirst("^5\\.5\\.5-", ""));
        }
        return packet && (heard[4] & 0xFF) == 0xFF ? Optional.of("refuses this computer") : Optional.empty();
    }

    /** A message with the operation code 2013, or 1 as old servers answer. */
    private static Optional<String> mongodb(byte[] heard) {
        int operation = heard.length < 16 ? 0 : heard[12] & 0xFF | (heard[13] & 0xFF) << 8 | (heard[14] & 0xFF) << 16 | (heard[15] & 0xFF) << 24;
        return Optional.of("answers hello").filter(_ -> operation == 2013 || operation == 1);
    }

    private static Optional<String> amqp(byte[] heard) {
        boolean header = heard.length >= 8 && new String(heard, 0, 4, US_ASCII).equals("AMQP");
        boolean start = heard.length > 11 && heard[0] == 1 && heard[1] == 0 && heard[2] == 0 && heard[8] == 10 && heard[10] == 10;
        return header ? Optional.of("speaks version " + heard[5] + "-" + heard[6] + "-" + heard[7]) : start ? Optional.of("speaks version 0-9-1") : Optional.empty();
    }

    /** Those to try on somebody who is silent, the likeliest first. */
    static List<Dialect> waiting() {
        return Arrays.stream(values()).filter(dialect -> !dialect.first).toList();
    }
}
