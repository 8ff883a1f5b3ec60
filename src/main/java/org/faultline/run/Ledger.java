package org.faultline.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.diagnosis.Evidence;
import org.faultline.model.Observation;
import org.faultline.probe.Probe;

/** What was observed so far and which tasks of which probe are still open. Used by the session's thread alone. */
final class Ledger {

    private final List<Observation> observations = new ArrayList<>();
    private final Map<String, Integer> open = new HashMap<>();
    private int lastId;

    /** These probes are to come: until they start, each counts as open. Those that are done stay so. */
    Ledger(List<Probe> probes, Carried carried) {
        probes.forEach(probe -> open.put(probe.name(), 1));
        carried.lent().forEach(probe -> open.put(probe.name(), 1));
        carried.done().forEach(probe -> open.put(probe, 0));
        observations.addAll(carried.kept());
        lastId = ObservationId.last(observations);
    }

    /** The probe starts with so many tasks. */
    void started(Probe probe, int tasks) {
        open.put(probe.name(), tasks);
    }

    void ended(Probe probe) {
        open.merge(probe.name(), -1, Integer::sum);
    }

    boolean isOpen(Probe probe) {
        return open.get(probe.name()) > 0;
    }

    /** Names of the probes that came to their end. */
    Set<String> done() {
        return open.entrySet().stream().filter(entry -> entry.getValue() <= 0).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Keeps the observation under the next id. */
    Observation add(Observation seen) {
        Observation numbered = ObservationId.give(seen, ++lastId);
        observations.add(numbered);
        return numbered;
    }

    List<Observation> observations() {
        return List.copyOf(observations);
    }

    Evidence evidence() {
        Set<String> running = new HashSet<>();
        open.forEach((probe, tasks) -> {
            if (tasks > 0) {
                running.add(probe);
            }
        });
        return new Evidence(observations, running);
    }
}
