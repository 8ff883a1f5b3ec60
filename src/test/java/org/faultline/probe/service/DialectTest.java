package org.faultline.probe.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Services are known by their first words, recorded from real servers. */
class DialectTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SSH        | SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10\\r\\n       | OpenSSH_9.2p1 Debian-2+deb12u10
        SMTP       | 220 vm ESMTP OpenSMTPD\\r\\n                        | 220 vm ESMTP OpenSMTPD
        SMTP       | 554 5.7.1 no\\r\\n                                  | 554 5.7.1 no
        FTP        | 220 (vsFTPd 3.0.3)\\r\\n                            | 220 (vsFTPd 3.0.3)
        IMAP       | * OK [CAPABILITY IMAP4rev1] Dovecot ready.\\r\\n    | * OK [CAPABILITY IMAP4rev1] Dovecot ready.
        POP3       | +OK Dovecot ready.\\r\\n                            | +OK Dovecot ready.
        HTTP       | HTTP/1.1 200 OK\\r\\nServer: nginx/1.22.1\\r\\n\\r\\n | 200, nginx/1.22.1
        HTTP       | HTTP/1.0 503 Busy\\r\\n\\r\\n                       | 503
        REDIS      | +PONG\\r\\n                                         | +PONG
        REDIS      | -NOAUTH Authentication required.\\r\\n              | -NOAUTH Authentication required.
        POSTGRESQL | S                                                  | offers encryption
        POSTGRESQL | N                                                  | without encryption
        """)
    void greetingsOfRealServers(Dialect dialect, String heard, String words) {
        byte[] bytes = heard.translateEscapes().getBytes(StandardCharsets.US_ASCII);
        assertThat(Dialect.of(bytes)).contains(dialect);
        assertThat(dialect.recognise(bytes)).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        // MariaDB 10.11, protocol 10; MySQL's refusal of a host
        "MYSQL, 5e0000000a352e352e352d31302e31312e31312d4d617269614442, 10.11.11-MariaDB",
        "MYSQL, 45000000ff6a04486f737420, refuses this computer",
        // Mosquitto 2.0 to CONNECT with version 99; RabbitMQ 3.10 to AMQP 0-9-1, and an AMQP 1.0 broker; dnsmasq 2.90
        "MQTT, 20020001, refuses an unknown version as it should",
        "AMQP, 01000000000208000a000a0009, speaks version 0-9-1",
        "AMQP, 414d515000010000, speaks version 1-0-0",
        "DNS, 0011fa1781050000000000000000, answers over TCP",
        "MONGODB, 6e0000000100000001000000dd070000, answers hello"})
    void messagesOfRealServers(Dialect dialect, String hex, String words) {
        byte[] heard = HexFormat.of().parseHex(hex);
        assertThat(Dialect.of(heard)).contains(dialect);
        assertThat(dialect.recognise(heard)).contains(words);
    }

    /** What does not say which of the two it is may be either. */
    @Test
    void aBareGreetingFitsMailAndFileTransferAlike() {
        byte[] welcome = "220 Welcome\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(List.of(Dialect.SMTP, Dialect.FTP)).allMatch(dialect -> dialect.recognise(welcome).isPresent());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whoSpeaksFirstIsOnlyListenedTo(Dialect dialect) {
        assertThat(dialect.opening().length == 0).isEqualTo(dialect.speaksFirst());
    }

    /** The lengths inside the messages are right: a server that reads too far would wait for ever. */
    @Test
    void messagesSayTheirOwnLength() {
        byte[] hello = Dialect.MONGODB.opening();
        assertThat(hello[0]).isEqualTo((byte) hello.length);
        assertThat(hello[21]).as("of the document").isEqualTo((byte) (hello.length - 21));
        assertThat(Dialect.MQTT.opening()[1]).isEqualTo((byte) (Dialect.MQTT.opening().length - 2));
        assertThat(Dialect.DNS.opening()[1]).isEqualTo((byte) (Dialect.DNS.opening().length - 2));
        assertThat(Dialect.POSTGRESQL.opening()[3]).isEqualTo((byte) 8);
    }

    @Test
    void noBytesBreakARecogniser() {
        Random random = new Random(20261126);
        IntStream.range(0, 20_000).forEach(_ -> {
            byte[] heard = new byte[random.nextInt(64)];
            random.nextBytes(heard);
            Optional<Dialect> found = Dialect.of(heard);
            found.ifPresent(dialect -> assertThat(dialect.recognise(heard)).isPresent());
        });
    }
}
