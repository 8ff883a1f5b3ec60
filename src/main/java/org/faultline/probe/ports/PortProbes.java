package org.faultline.probe.ports;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.faultline.probe.Probe;

/** The written-out list of the probes that look at what is open. */
public final class PortProbes {

    private PortProbes() { }

    /**
     * @param scan     also connect to every port
     * @param baseline what was open before, as {@link ListenerTable#key} writes it; empty to compare with nothing
     */
    public static List<Probe> of(boolean scan, Optional<Set<String>> baseline) {
        Stream<Probe> scans = scan ? Stream.of(new Scan(List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1")))) : Stream.of();
        return Stream.of(Stream.<Probe>of(new ListenerTable()), scans, baseline.stream().<Probe>map(BaselineChange::new)).flatMap(probes -> probes).toList();
    }
}
