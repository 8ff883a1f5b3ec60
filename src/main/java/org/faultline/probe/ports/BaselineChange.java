package org.faultline.probe.ports;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.faultline.host.Listener;
import org.faultline.host.Reading;
import org.faultline.host.Transport;
import org.faultline.model.Stage;
import org.faultline.probe.Probe;
import org.faultline.probe.Recorder;
import org.faultline.probe.Situation;

/**
 * What is open now and was not, and the reverse. Only TCP: the ports of UDP clients come and go by the second. Values: {@code change}
 * ({@code new} or {@code gone}; absent where nothing changed), {@code names}.
 */
record BaselineChange(Set<String> baseline) implements Probe {

    @Override
    public String name() {
        return "port-baseline";
    }

    @Override
    public Stage stage() {
        return Stage.PORTS;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            switch (situation.host().listeners()) {
                case Reading.Known<List<Listener>>(List<Listener> listeners, String method) -> {
                    Set<String> now = listeners.stream().filter(listener -> listener.transport() == Transport.TCP).map(ListenerTable::key)
                        .collect(Collectors.toCollection(TreeSet::new));
                    changes("new", now, baseline, recorder, method);
                    changes("gone", baseline, now, recorder, method);
                }
                case Reading.Unknown<List<Listener>> unknown -> recorder.begin("table").unknown(unknown);
            }
        });
    }

    private static void changes(String change, Set<String> these, Set<String> others, Recorder recorder, String method) {
        List<String> names = these.stream().filter(name -> !others.contains(name)).sorted().toList();
        Recorder.Measurement seen = recorder.begin(change);
        if (!names.isEmpty()) {
            seen.value("change", change).value("names", names);
        }
        seen.passed(method);
    }
}
