package org.faultline.probe;

import java.util.List;
import java.util.Locale;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.Reading;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Which network adapters there are, and which of them are switched on. */
final class Adapters implements Probe {

    @Override
    public String name() {
        return "adapters";
    }

    @Override
    public Stage stage() {
        return Stage.INTERFACE;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> measure(situation, recorder));
    }

    private static void measure(Situation situation, Recorder recorder) {
        if (situation.state() instanceof Reading.Unknown<?> unknown) {
            recorder.begin("adapters").unknown(unknown);
            return;
        }
        List<Link> links = Ways.of(situation).links();
        String method = situation.state().method();
        if (links.isEmpty()) {
            recorder.begin("adapters").failed(Cause.MISSING, "", method);
        }
        links.forEach(link -> record(link, recorder, method));
    }

    /** A radio that is off switches its adapter off as well: it is the cause, so it is named first. */
    private static void record(Link link, Recorder recorder, String method) {
        Recorder.Measurement measurement = recorder.begin(link.name()).value("kind", link.kind().name().toLowerCase(Locale.ROOT))
            .value("operState", link.operState());
        if (link.radioOff()) {
            measurement.failed(Cause.RADIO_OFF, "", method);
        } else if (!link.adminUp()) {
            measurement.failed(Cause.DISABLED, "", method);
        } else {
            measurement.passed(method);
        }
    }
}
