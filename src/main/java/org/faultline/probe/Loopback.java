package org.faultline.probe;

import java.net.InetAddress;
import org.faultline.model.Stage;

/** The two addresses by which a computer reaches itself, each with the stage that judges it and the first word of its probes' names. */
enum Loopback {
    IPV4(Stage.LOOPBACK_IPV4, "127.0.0.1", "loopback"),
    IPV6(Stage.LOOPBACK_IPV6, "::1", "loopback6");

    private final Stage stage;
    private final String text;
    private final String prefix;

    Loopback(Stage stage, String text, String prefix) {
        this.stage = stage;
        this.text = text;
        this.prefix = prefix;
    }

    Stage stage() {
        return stage;
    }

    /** As people write it. */
    String text() {
        return text;
    }

    InetAddress address() {
        return InetAddress.ofLiteral(text);
    }

    /** The name of the probe that measures this aspect, such as {@code loopback6-route}. */
    String probe(String aspect) {
        return prefix + "-" + aspect;
    }
}
