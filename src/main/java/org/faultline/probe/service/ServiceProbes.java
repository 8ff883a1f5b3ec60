package org.faultline.probe.service;

import java.util.List;
import org.faultline.probe.Probe;

/** The written-out list of the probes that look at one service. */
public final class ServiceProbes {

    private ServiceProbes() { }

    public static List<Probe> of(ServiceTarget target) {
        return List.of(new TargetName(target), new TargetListener(target), new TargetSelf(target), new TargetConnect(target),
            new TargetQueue(target), new TargetBind(target), new TargetSpeech(target), new TargetByProxy(target));
    }
}
