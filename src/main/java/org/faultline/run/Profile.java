package org.faultline.run;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.faultline.probe.Targets;
import org.faultline.probe.Targets.Portal;
import org.faultline.probe.Targets.Thresholds;

/**
 * What a person may choose about a run: targets and limits, and the services they care about.
 *
 * @param services what {@code faultline service} looks at when told nothing else, as written: {@code PORT}, {@code HOST:PORT} or a URL
 */
public record Profile(Targets targets, List<String> services) {

    /**
     * Well-known connectivity checks of unrelated operators (Cloudflare, Google, Quad9; IANA, Wikimedia, Mozilla), so that no single
     * operator's trouble looks like ours.
     */
    public static final Profile DEFAULT = new Profile(new Targets(
        List.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("9.9.9.9"),
            InetAddress.ofLiteral("2606:4700:4700::1111"), InetAddress.ofLiteral("2001:4860:4860::8888")),
        List.of("example.com", "wikipedia.org"),
        Optional.of(new InetSocketAddress(InetAddress.ofLiteral("8.8.8.8"), 53)),
        Optional.of(new Portal(URI.create("http://connectivitycheck.gstatic.com/generate_204"), 204, "")),
        List.of(URI.create("https://example.com/"), URI.create("https://www.wikipedia.org/"), URI.create("https://www.mozilla.org/")),
        List.of(), Thresholds.DEFAULT, true), List.of());

    public Profile {
        services = List.copyOf(services);
    }

    /** The same, contacting nothing beyond the gateway. */
    public Profile withoutExternal() {
        return new Profile(new Targets(targets.addresses(), targets.names(), targets.publicResolver(), targets.portal(), targets.https(),
            targets.trust(), targets.thresholds(), false), services);
    }
}
