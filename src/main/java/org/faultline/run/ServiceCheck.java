package org.faultline.run;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.faultline.json.BadJson;
import org.faultline.json.Place;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.probe.service.ServiceProbes;
import org.faultline.probe.service.ServiceTarget;

/**
 * Whether one service is up.
 *
 * @param deadline bound on the whole run
 */
public record ServiceCheck(Profile profile, ServiceTarget target, Duration deadline) {

    private static final String PATH = "TARGET";

    /**
     * Reads {@code PORT}, {@code HOST:PORT}, {@code [IPv6]:PORT} or a URL; without a host it is {@code localhost}. Looks nothing up.
     *
     * @throws BadJson if it is none of these; the message says what would be right
     */
    public static ServiceTarget target(String written) {
        Place place = new Place(PATH, written);
        String text = ProfileValue.service(place);
        if (text.contains("://")) {
            return url(URI.create(text), place);
        }
        int colon = text.lastIndexOf(':');
        int port = Integer.parseInt(text.substring(colon + 1));
        return ServiceTarget.of(colon < 0 ? "localhost" : bare(text.substring(0, colon)), port);
    }

    private static ServiceTarget url(URI url, Place place) {
        String name = url.getScheme().toLowerCase(Locale.ROOT);
        Optional<ServiceTarget.Scheme> scheme = ServiceTarget.SCHEMES.stream().filter(known -> known.name().equals(name)).findFirst();
        if (url.getPort() < 0 && scheme.isEmpty()) {
            throw place.refuse(ProfileValue.masked(place) + " has no port, and none is known for " + name);
        }
        String host = bare(url.getHost());
        return scheme.map(known -> ServiceTarget.of(known, url.toString(), host, url.getPort() < 0 ? known.port() : url.getPort(), page(url)))
            .orElseGet(() -> ServiceTarget.of(host, url.getPort()));
    }

    /** Path and query in ASCII, as they are sent; the fragment never is. */
    private static String page(URI url) {
        URI ascii = URI.create(url.toASCIIString());
        return Optional.ofNullable(ascii.getRawPath()).orElse("") + Optional.ofNullable(ascii.getRawQuery()).map(query -> "?" + query).orElse("");
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** What is asked for, as it may be shown: without a user name and password. */
    public String shown() {
        return target.shown();
    }

    /** Runs on this machine to the verdict, the deadline or the cancellation, whichever comes first. */
    public Report run(Cancellation cancellation, Progress progress) {
        return run(Workplace.here(), cancellation, progress);
    }

    /** The same on the machine of this workplace. */
    public Report run(Workplace workplace, Cancellation cancellation, Progress progress) {
        Plan plan = new Plan(Set.of(Stage.SERVICE), ServiceProbes.of(target), profile.targets(), deadline, Version.CURRENT);
        return new Session(plan, workplace, Carried.NOTHING).run(cancellation, progress);
    }
}
