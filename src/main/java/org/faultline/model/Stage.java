package org.faultline.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a run judges: the five steps outward from the machine itself, in order, and the two questions about this computer's own services
 * that have commands of their own.
 */
public enum Stage {
    LOOPBACK_IPV4("loopback-ipv4"),
    LOOPBACK_IPV6("loopback-ipv6"),
    INTERFACE("interface"),
    GATEWAY("gateway"),
    EXTERNAL("external"),
    SERVICE("service"),
    PORTS("ports");

    /** The way outward that a check walks, in order. */
    public static final List<Stage> PATH = List.of(LOOPBACK_IPV4, LOOPBACK_IPV6, INTERFACE, GATEWAY, EXTERNAL);

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
