package org.faultline.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run measures against: well-known hosts beyond the gateway, and the limits above which something counts as slow or lossy.
 *
 * @param addresses      hosts that answer on port 443, of either family and of unrelated operators
 * @param names          names that exist, looked up with each configured resolver
 * @param publicResolver asked beside the configured ones; empty to leave it out
 * @param portal         a page that always answers the same, so that a login page in its place is noticed
 * @param https          sites of unrelated operators with good certificates
 * @param trust          authorities trusted beside the system's own
 * @param external       false to contact nothing beyond the gateway
 */
public record Targets(List<InetAddress> addresses, List<String> names, Optional<InetSocketAddress> publicResolver,
                      Optional<Portal> portal, List<URI> https, List<X509Certificate> trust, Thresholds thresholds, boolean external) {

    public Targets {
        addresses = List.copyOf(addresses);
        names = List.copyOf(names);
        https = List.copyOf(https);
        trust = List.copyOf(trust);
    }

    /** @param expectBody text that the body must contain; empty for no condition */
    public record Portal(URI url, int expectStatus, String expectBody) { }

    /**
     * Limits, each with the reason for its default.
     *
     * @param gatewayRtt  100 ms: a cable needs under 1 ms and a healthy Wi-Fi under 20; example: 5 replies of 140 ms are slow
     * @param lossPercent 5: of 60 packets three may get lost on a busy Wi-Fi without anybody noticing; the fourth counts
     * @param dns         400 ms: the limit at which ChromeOS calls look-ups slow
     * @param externalRtt 300 ms: above the way around the world by cable (about 250 ms); satellites are slow and are told so
     */
    public record Thresholds(Duration gatewayRtt, double lossPercent, Duration dns, Duration externalRtt) {
        public static final Thresholds DEFAULT =
            new Thresholds(Duration.ofMillis(100), 5, Duration.ofMillis(400), Duration.ofMillis(300));
    }
}
