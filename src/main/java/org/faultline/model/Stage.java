package org.faultline.model;

import java.util.Arrays;
import java.util.Optional;

/** The five steps outward from the machine itself, in the order in which they are judged. */
public enum Stage {
    LOOPBACK_IPV4("loopback-ipv4"),
    LOOPBACK_IPV6("loopback-ipv6"),
    INTERFACE("interface"),
    GATEWAY("gateway"),
    EXTERNAL("external");

    private final String id;

    Stage(String id) {
        this.id = id;
    }

    /** The untranslated name used in reports, options and codes. */
    public String id() {
        return id;
    }

    /** The stage with this {@link #id()}, or nothing. */
    public static Optional<Stage> of(String id) {
        return Arrays.stream(values()).filter(stage -> stage.id.equals(id)).findFirst();
    }
}
