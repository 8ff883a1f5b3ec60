package org.faultline.probe;

import java.util.List;
import org.faultline.host.NetworkState.Kind;
import org.faultline.host.NetworkState.Link;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether each wireless adapter has joined a network. */
final class Wifi implements Probe {

    @Override
    public String name() {
        return "wifi";
    }

    @Override
    public Stage stage() {
        return Stage.INTERFACE;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        String method = situation.state().method();
        return Ways.of(situation).links().stream().filter(link -> link.kind() == Kind.WIFI && link.adminUp() && !link.radioOff())
            .<Task>map(link -> recorder -> measure(link, recorder, method)).toList();
    }

    private static void measure(Link link, Recorder recorder, String method) {
        Recorder.Measurement measurement = recorder.begin(link.name());
        link.wifi().ifPresent(wifi -> measurement.value("ssid", wifi.ssid()));
        if (link.wifi().isEmpty()) {
            measurement.unknown(Cause.NOT_SUPPORTED, "", method);
        } else if (link.wifi().get().associated()) {
            measurement.passed(method);
        } else {
            measurement.failed(Cause.NOT_ASSOCIATED, "", method);
        }
    }
}
