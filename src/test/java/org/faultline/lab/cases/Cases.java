package org.faultline.lab.cases;

import java.util.List;
import java.util.stream.Stream;

/** All cases of the lab, written out. */
public final class Cases {
    private Cases() {
    }

    /** Every fault, from loopback outward. */
    public static List<Case> faults() {
        return Stream.of(LoopbackFaults.all(), Loopback6Faults.all(), InterfaceFaults.all(), GatewayFaults.all(),
            UpstreamFaults.all(), NameFaults.all(), WebFaults.all()).flatMap(List::stream).toList();
    }

    /** Services of this computer, most of them real ones, and its open ports. */
    public static List<Case> services() {
        return ServiceFaults.all();
    }

    public static List<Case> oddities() {
        return Oddities.all();
    }

    public static Case healthy() {
        return Case.healthy();
    }
}
