package org.faultline.host;

import org.faultline.host.linux.LinuxHost;

/** Chooses the implementation for the system that the program runs on: the only place that names one. */
public final class Hosts {

    private Hosts() { }

    /** The machine that the program runs on. */
    public static Host local() {
        return new LinuxHost();
    }

    /** Pays for first calls in advance; for a thread in the background at the start of the program. */
    public static void warm() {
        new LinuxHost().warm();
    }
}
