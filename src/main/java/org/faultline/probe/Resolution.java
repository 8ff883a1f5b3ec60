package org.faultline.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faultline.host.DnsRequest;
import org.faultline.host.EchoRequest;
import org.faultline.host.Failure;
import org.faultline.host.Host;
import org.faultline.host.NetworkState.Neighbour;
import org.faultline.host.Reading;
import org.faultline.host.Transport;
import org.faultline.host.WhoHas;
import org.faultline.model.Cause;

/**
 * Asks the link who owns an address, by making the system ask: a packet is sent there and the neighbour table watched.
 *
 * <p>Linux repeats an unanswered ARP or neighbour request after a second and gives up after three. An entry that is still incomplete
 * after {@link #ROUNDS} rounds of {@link #ROUND}, 1.1 s, has had two requests unanswered, which is enough; the system's own verdict
 * would take 3.1 s.
 */
final class Resolution {

    private static final Duration ROUND = Duration.ofMillis(100);
    private static final int ROUNDS = 11;

    /** An entry from earlier that nobody confirms is asked about directly after so many rounds. */
    private static final int PATIENCE = 3;
    private static final Duration DIRECTLY = Duration.ofMillis(350);

    private static final int DNS_PORT = 53;

    private final Host host;
    private final InetAddress address;
    private final String link;
    private final Recorder.Measurement measurement;
    private String method = "neighbour-table";
    private Failure sending = Failure.NONE;

    private Resolution(Host host, InetAddress address, String link, Recorder.Measurement measurement) {
        this.host = host;
        this.address = address;
        this.link = link;
        this.measurement = measurement;
    }

    /** Passes when somebody owns it, fails when nobody does; values {@code state}, {@code mac}, {@code confirmed}. */
    static void record(Host host, InetAddress address, String link, Recorder.Measurement measurement) {
        new Resolution(host, address, link, measurement).run();
    }

    private void run() {
        for (int round = 1; round <= ROUNDS; round++) {
            long end = System.nanoTime() + ROUND.toNanos();
            boolean answered = provoke();
            Optional<Neighbour> entry = look();
            String state = entry.map(Neighbour::state).orElse("none");
            if (answered || state.equals("reachable")) {
                owned(entry, true);
                return;
            }
            if (settled(state, round, entry)) {
                return;
            }
            // Where sending is refused at once, a round would be over before anybody could answer.
            Pause.of(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        Optional<Neighbour> entry = look();
        if (entry.map(Neighbour::state).filter("reachable"::equals).isPresent()) {
            owned(entry, true);
        } else {
            silent(entry);
        }
    }

    private Optional<Neighbour> look() {
        return host.state().value().flatMap(state -> state.neighbours().stream()
            .filter(neighbour -> neighbour.address().equals(address) && neighbour.link().equals(link)).findFirst());
    }

    /** Nobody answered; who was interrupted has not waited long enough to say so. */
    private void silent(Optional<Neighbour> entry) {
        if (Thread.currentThread().isInterrupted()) {
            seen(entry).unknown(Cause.CANCELLED, "", method);
        } else {
            seen(entry).failed(Cause.NO_REPLY, "", method);
        }
    }

    /** @return whether the state of the entry decides by itself */
    private boolean settled(String state, int round, Optional<Neighbour> entry) {
        switch (state) {
            case "failed" -> silent(entry);
            case "noarp" -> seen(entry).skipped(Cause.NOT_NEEDED, method);
            case "permanent" -> owned(entry, false);
            case "incomplete" -> {
                return false;
            }
            case "none" -> {
                if (round < PATIENCE) {
                    return false;
                }
                seen(entry).unknown(sending.none() ? Cause.UNCLASSIFIED : sending.cause(), "", method);
            }
            default -> {
                if (round < PATIENCE) {
                    return false;
                }
                askDirectly(entry);
            }
        }
        return true;
    }

    /** Makes the system look for the neighbour; waits for an answer for one round at most. */
    private boolean provoke() {
        var echo = host.echo(EchoRequest.series(address, 1, Duration.ZERO, ROUND));
        sending = echo.failure();
        if (echo.failure().cause() == Cause.NOT_PERMITTED || echo.failure().cause() == Cause.NOT_SUPPORTED) {
            var dns = host.dns(new DnsRequest(new InetSocketAddress(address, DNS_PORT), "localhost", "A", Transport.UDP, ROUND));
            sending = dns.failure();
            return dns.failure().none() || dns.failure().cause() == Cause.PORT_UNREACHABLE || dns.failure().cause() == Cause.REFUSED;
        }
        return echo.failure().none();
    }

    /** An old entry may have outlived its owner: the link itself is asked, where we may. */
    private void askDirectly(Optional<Neighbour> entry) {
        if (address instanceof Inet4Address && host.whoHas(new WhoHas(address, link, DIRECTLY)) instanceof
                Reading.Known<List<String>>(List<String> macs, String how)) {
            method = how;
            if (macs.isEmpty()) {
                silent(entry);
            } else {
                owned(entry, true);
            }
        } else {
            owned(entry, false);
        }
    }

    private void owned(Optional<Neighbour> entry, boolean confirmed) {
        seen(entry).value("confirmed", confirmed).passed(method);
    }

    private Recorder.Measurement seen(Optional<Neighbour> entry) {
        measurement.value("state", entry.map(Neighbour::state).orElse("none"));
        entry.map(Neighbour::mac).filter(mac -> !mac.isEmpty()).ifPresent(mac -> measurement.value("mac", mac));
        return measurement;
    }
}
