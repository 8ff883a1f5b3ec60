package org.faultline.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faultline.host.NetworkState.Link;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether a link in use went up or down while we watched: the system's own count of carrier changes must not move. */
final class LinkFlaps implements Probe {

    /** As long as the gateway is pinged anyway, so that it costs no time in a healthy network. */
    private static final Duration WATCHED = Duration.ofMillis(200);

    @Override
    public String name() {
        return "link-flaps";
    }

    @Override
    public Stage stage() {
        return Stage.INTERFACE;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return Ways.of(situation).inUse().stream().<Task>map(link -> recorder -> measure(situation, link, recorder)).toList();
    }

    private static void measure(Situation situation, Link before, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(before.name());
        String method = situation.state().method();
        Optional<Link> after = Pause.of(WATCHED)
            ? situation.host().state().value().flatMap(state -> state.link(before.name())) : Optional.empty();
        if (after.isEmpty()) {
            measurement.unknown(Cause.UNREADABLE, "", method);
            return;
        }
        long changes = after.get().carrierChanges() - before.carrierChanges();
        measurement.value("changes", changes).value("carrierChanges", after.get().carrierChanges());
        if (changes > 0) {
            measurement.failed(Cause.FLAPPING, "", method);
        } else {
            measurement.passed(method);
        }
    }
}
