package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faultline.host.Host;
import org.faultline.host.NetworkState.Link;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * Whether there is a live link at the other end of the cable or radio.
 *
 * <p>The state is read again before it is believed: (1) no carrier must be seen twice, {@link #AGAIN} apart, as a flapping link is
 * down only for moments; (2) where the carrier is there but the system has not switched the link on yet, it is given
 * {@link #LINK_WATCH}: Linux may take up to a second from one to the other, and loses every packet until then.
 */
final class Carrier implements Probe {

    private static final Duration AGAIN = Duration.ofMillis(180);
    private static final Duration LINK_WATCH = Duration.ofMillis(1_000);
    private static final Duration STEP = Duration.ofMillis(100);

    @Override
    public String name() {
        return "carrier";
    }

    @Override
    public Stage stage() {
        return Stage.INTERFACE;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return Ways.of(situation).links().stream().filter(Link::adminUp).filter(link -> !link.radioOff())
            .<Task>map(link -> recorder -> measure(situation, link, recorder)).toList();
    }

    private static void measure(Situation situation, Link link, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(link.name());
        Link settled = settled(situation.host(), link);
        String method = situation.state().method();
        measurement.value("operState", settled.operState()).value("carrierChanges", settled.carrierChanges());
        if (settled.carrier().isEmpty()) {
            measurement.unknown(Cause.NOT_SUPPORTED, "", method);
        } else if (down(settled)) {
            measurement.failed(Cause.NO_CARRIER, "", method);
        } else {
            measurement.passed(method);
        }
    }

    private static Link settled(Host host, Link first) {
        if (down(first)) {
            return Pause.of(AGAIN) ? again(host, first).orElse(first) : first;
        }
        Link link = first;
        for (long waited = 0; lagging(link) && waited < LINK_WATCH.toMillis() && Pause.of(STEP); waited += STEP.toMillis()) {
            link = again(host, link).orElse(link);
        }
        return link;
    }

    private static Optional<Link> again(Host host, Link link) {
        return host.state().value().flatMap(state -> state.link(link.name()));
    }

    /** Whether there is certainly no carrier: seen twice. */
    static boolean missing(Host host, Link link) {
        return down(link) && down(settled(host, link));
    }

    private static boolean down(Link link) {
        return link.carrier().filter(carrier -> !carrier).isPresent();
    }

    private static boolean lagging(Link link) {
        return link.carrier().orElse(false) && (link.operState().equals("down") || link.operState().equals("lowerlayerdown"));
    }
}
