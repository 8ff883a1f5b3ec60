package org.faultline.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.model.Report;
import org.faultline.report.JsonReportReader;

/** Every exercise, written out, from easy to hard. The recordings lie beside the program and are read when an exercise is opened. */
public final class Exercises {

    /** The check of a network in which nothing is broken, to tell what is otherwise in an exercise. */
    private static final String HEALTHY = "healthy";

    private static final Map<String, Level> ALL = new LinkedHashMap<>();

    static {
        put(Level.EASY, "no-carrier", "adapter-disabled", "gateway-absent", "wifi-not-associated", "loopback-down", "captive-portal",
            "upstream-silent", "dns-unreachable");
        put(Level.MEDIUM, "dhcp-failed", "route-missing", "gateway-lossy", "icmp-filtered", "proxy-unreachable", "clock-wrong", "localhost-wrong",
            "link-errors", "dns-not-configured", "gateway-slow");
        put(Level.HARD, "address-duplicate", "gateway-impostor", "vpn-captured", "firewall-drops-input", "path-mtu-black-hole", "upstream-loop",
            "tls-intercepted", "netmask-too-wide", "route-competing", "flows-refused", "ports-exhausted", "dns-udp-blocked");
    }

    private Exercises() { }

    private static void put(Level level, String... ids) {
        List.of(ids).forEach(id -> ALL.put(id, level));
    }

    /** In the order in which they are to be done. */
    public static List<String> ids() {
        return List.copyOf(ALL.keySet());
    }

    /** Of one of the {@link #ids}. */
    public static Level level(String id) {
        return Optional.ofNullable(ALL.get(id)).orElseThrow(() -> new IllegalArgumentException("no exercise " + id));
    }

    public static Exercise open(String id) {
        return new Exercise(id, level(id), read(id));
    }

    static Report healthy() {
        return read(HEALTHY);
    }

    private static Report read(String id) {
        String file = "/org/faultline/practice/" + id + ".faultline.json";
        try (InputStream bytes = Exercises.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("the recording " + file + " is missing");
            }
            return JsonReportReader.read(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the recording " + file, e);
        }
    }
}
