package org.faultline.probe;

import org.faultline.host.Failure;

/** Marks an ICMP error that carries one of our own addresses as its sender: this computer's own packet filter made it. */
final class LocalRefusal {

    private LocalRefusal() { }

    static boolean made(Situation situation, Failure failure) {
        return failure.icmp().filter(error -> Ways.of(situation).ownAddress(error.from())).isPresent();
    }

    static Recorder.Measurement note(Situation situation, Failure failure, Recorder.Measurement measurement) {
        return made(situation, failure) ? measurement.value("fromHere", true) : measurement;
    }
}
