package org.faultline.host.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** What a real kernel (6.18, x86_64) answered in a private namespace with bridges, tunnels, odd routes and rules. */
final class Recorded {

    private Recorded() { }

    static byte[] bytes(String name) {
        try (InputStream stream = Recorded.class.getResourceAsStream("/recorded/linux/" + name)) {
            assertThat(stream).as(name).isNotNull();
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.US_ASCII);
    }

    static RawState state() {
        return RawState.parse(bytes("links.bin"), bytes("addresses.bin"), bytes("routes.bin"), bytes("rules.bin"),
            bytes("neighbours.bin"));
    }

    /** From a literal; asks no resolver. */
    static InetAddress ip(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(literal, impossible);
        }
    }
}
