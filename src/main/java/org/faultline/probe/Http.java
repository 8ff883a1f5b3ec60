package org.faultline.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.faultline.host.HttpReply;
import org.faultline.host.HttpRequest;
import org.faultline.host.Reading;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * Fetches plain web pages: the one that always answers the same, and the front pages of the known sites. Target: the host. Each page
 * fails on its own terms: the first when anything but the expected answer comes, the others when no web server answers or when it sends us to
 * a stranger. Values: {@code status}, {@code leadsTo} (host of a redirect), {@code body} (its beginning), {@code portalCheck},
 * {@code clockOffsetSeconds}.
 */
final class Http implements Probe {

    /** Second levels that registries of countries share out: {@code co.uk}, {@code com.au}. */
    private static final Set<String> SHARED = Set.of("co", "com", "net", "org", "gov", "gob", "gouv", "edu", "ac", "ne", "or", "go");

    /** Enough to see what page it is. */
    private static final int BODY_SHOWN = 120;

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        Stream<Task> portal = situation.targets().portal().stream().map(page -> task(situation, page.url(), Optional.of(page)));
        Stream<Task> sites = situation.targets().https().stream().limit(1)
            .map(site -> task(situation, URI.create("http://" + site.getHost() + "/"), Optional.empty()));
        return Stream.concat(portal, sites).toList();
    }

    private static Task task(Situation situation, URI url, Optional<Targets.Portal> page) {
        return recorder -> {
            Recorder.Measurement measurement = recorder.begin(url.getHost()).value("portalCheck", page.isPresent());
            switch (External.locate(situation, url.getHost())) {
                case Reading.Unknown<InetAddress> unknown -> measurement.unknown(unknown);
                case Reading.Known<InetAddress>(InetAddress address, String _) -> {
                    measurement.value("address", address.getHostAddress());
                    HttpReply reply = situation.host().http(new HttpRequest(url, new InetSocketAddress(address, External.port(url)), false,
                        External.EXCHANGE_PATIENCE));
                    write(measurement, reply, url, page, situation);
                }
            }
        };
    }

    private static void write(Recorder.Measurement measurement, HttpReply reply, URI url, Optional<Targets.Portal> page, Situation situation) {
        measurement.value("status", reply.status()).milliseconds("httpMs", reply.elapsed());
        if (!reply.body().isBlank()) {
            measurement.value("body", reply.body().substring(0, Math.min(BODY_SHOWN, reply.body().length())));
        }
        reply.date().ifPresent(date -> measurement.value("clockOffsetSeconds", Duration.between(date, situation.clock().instant()).toSeconds()));
        Optional<String> leadsTo = leadsTo(reply, url);
        leadsTo.ifPresent(host -> measurement.value("leadsTo", host));
        Cause wrong = page.map(expected -> wrongness(reply, expected)).orElseGet(() -> wrongness(reply, url, leadsTo));
        if (reply.failure().none() && wrong != Cause.NONE) {
            measurement.failed(wrong, "HTTP " + reply.status(), reply.method());
        } else {
            measurement.ended(reply.failure(), reply.method());
        }
    }

    /** Of a front page: it leads to a stranger, or its server is in trouble. */
    private static Cause wrongness(HttpReply reply, URI url, Optional<String> leadsTo) {
        if (leadsTo.isPresent() && isStranger(leadsTo.get(), url.getHost())) {
            return Cause.REDIRECTED;
        }
        return reply.status() >= 500 ? Cause.UNEXPECTED_STATUS : Cause.NONE;
    }

    private static Cause wrongness(HttpReply reply, Targets.Portal expected) {
        if (reply.status() / 100 == 3) {
            return Cause.REDIRECTED;
        }
        if (reply.status() != expected.expectStatus()) {
            return Cause.UNEXPECTED_STATUS;
        }
        return reply.body().contains(expected.expectBody()) ? Cause.NONE : Cause.UNEXPECTED_BODY;
    }

    private static Optional<String> leadsTo(HttpReply reply, URI url) {
        try {
            return Optional.of(reply.location()).filter(location -> !location.isEmpty()).map(url::resolve).map(URI::getHost);
        } catch (IllegalArgumentException e) {
            return Optional.of("?");
        }
    }

    /** {@code www.example.com} and {@code example.com} belong together; {@code login.hotel.example} is a stranger to both. */
    static boolean isStranger(String host, String asked) {
        String family = family(asked.toLowerCase(Locale.ROOT));
        String other = host.toLowerCase(Locale.ROOT);
        return !other.equals(family) && !other.endsWith("." + family);
    }

    /**
     * What one owner registers: two labels, or three under the registries' own second level of a country ({@code bbc.co.uk}). By a list,
     * not by the length of the label: {@code sbb.ch} is an owner and leads {@code www.sbb.ch} home.
     */
    private static String family(String host) {
        List<String> labels = List.of(host.split("\\."));
        int count = labels.size();
        boolean shared = count > 2 && labels.get(count - 1).length() == 2 && SHARED.contains(labels.get(count - 2));
        return String.join(".", labels.subList(Math.max(0, count - (shared ? 3 : 2)), count));
    }
}
