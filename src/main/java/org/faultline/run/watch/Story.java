package org.faultline.run.watch;

import java.util.Set;
import org.faultline.model.Fault;

/**
 * Which faults are one trouble that only shows itself otherwise as time goes by: each group is one root cause, and one alert.
 *
 * <p>Example: a router is switched off. For some twenty seconds the kernel still holds its hardware address, so all there is to see is that it
 * answers nothing ({@code gateway-unresponsive}); then nobody answers for its address ({@code gateway-absent}). Switched on again it
 * answers for its address before it forwards, and goes the same way back. A provider's line that breaks is silence until the router has noticed
 * and says "unreachable". A lease that runs out leaves no address until the system has given itself one of 169.254/16.
 *
 * <p>Faults of different groups that follow one another (the cable is pulled while the router is off) are told as two: the second may be
 * another cause, and nobody can see from here that it is not.
 */
final class Story {

    private static final Set<Set<Fault>> ONE_TROUBLE = Set.of(
        Set.of(Fault.GATEWAY_UNRESPONSIVE, Fault.GATEWAY_ABSENT),
        Set.of(Fault.UPSTREAM_SILENT, Fault.UPSTREAM_UNREACHABLE),
        Set.of(Fault.ADDRESS_MISSING, Fault.DHCP_FAILED));

    private Story() { }

    /** Whether the second is the first, seen later. */
    static boolean goesOn(Fault first, Fault second) {
        return of(first).equals(of(second));
    }

    /** All the faces of this fault, itself among them. */
    static Set<Fault> of(Fault fault) {
        return ONE_TROUBLE.stream().filter(group -> group.contains(fault)).findFirst().orElse(Set.of(fault));
    }
}
