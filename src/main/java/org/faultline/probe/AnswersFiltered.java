package org.faultline.probe;

import java.util.List;
import org.faultline.host.Counters;
import org.faultline.host.Reading;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether answers came and were dropped because they came by another interface than the one the system would use (RFC 3704). */
final class AnswersFiltered implements Probe {

    /** A stray packet may meet the filter at any time; a run that gets no answer at all loses at least this many to it. */
    private static final long AT_LEAST = 3;

    @Override
    public String name() {
        return "answers-filtered";
    }

    @Override
    public Stage stage() {
        return Stage.INTERFACE;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> measure(situation, recorder));
    }

    private static void measure(Situation situation, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin("reverse-path-filter");
        Reading<Counters> now = situation.host().counters();
        if (now.value().isEmpty() || situation.counters().value().isEmpty()) {
            measurement.unknown(Cause.UNREADABLE, "", now.method());
            return;
        }
        long dropped = now.value().get().since(situation.counters().value().get(), "TcpExt.IPReversePathFilter");
        measurement.value("dropped", dropped);
        if (dropped >= AT_LEAST) {
            measurement.failed(Cause.FILTERED, "", now.method());
        } else {
            measurement.passed(now.method());
        }
    }
}
