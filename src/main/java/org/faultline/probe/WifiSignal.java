package org.faultline.probe;

import java.util.List;
import java.util.Optional;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.NetworkState.Wifi;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** How well the wireless links in use are heard. */
final class WifiSignal implements Probe {

    /** The limit of ChromeOS diagnostics, of 100; example: 25 of 100, about -78 dBm, is behind two walls too many. */
    static final int WEAK_BELOW_PERCENT = 30;

    @Override
    public String name() {
        return "wifi-signal";
    }

    @Override
    public Stage stage() {
        return Stage.INTERFACE;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        String method = situation.state().method();
        return Ways.of(situation).inUse().stream().filter(link -> link.wifi().filter(Wifi::associated).isPresent())
            .<Task>map(link -> recorder -> measure(link, recorder, method)).toList();
    }

    private static void measure(Link link, Recorder recorder, String method) {
        Recorder.Measurement measurement = recorder.begin(link.name()).value("limitPercent", WEAK_BELOW_PERCENT);
        Optional<Integer> percent = link.wifi().flatMap(Wifi::signalPercent);
        percent.ifPresent(value -> measurement.value("signalPercent", value));
        if (percent.isEmpty()) {
            measurement.unknown(Cause.NOT_SUPPORTED, "", method);
        } else if (percent.get() < WEAK_BELOW_PERCENT) {
            measurement.failed(Cause.WEAK_SIGNAL, "", method);
        } else {
            measurement.passed(method);
        }
    }
}
