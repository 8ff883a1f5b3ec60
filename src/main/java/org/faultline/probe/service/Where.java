package org.faultline.probe.service;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.host.Listener;
import org.faultline.host.Reading;
import org.faultline.host.Transport;
import org.faultline.probe.Situation;

/** Where a service is asked for: what the probes of this package share. */
final class Where {

    private Where() { }

    /** The first address of each family that the name leads to, in the order in which programs get them. */
    static List<InetAddress> addresses(Situation situation, ServiceTarget target) {
        List<InetAddress> all = situation.addressesOf(target.host()).value().orElse(List.of());
        return all.stream().filter(address -> all.stream().filter(other -> ipv4(other) == ipv4(address)).findFirst().orElseThrow() == address).toList();
    }

    /** Those of them that are this machine's own. */
    static List<InetAddress> own(Situation situation, ServiceTarget target) {
        return addresses(situation, target).stream().filter(situation::isOwn).toList();
    }

    private static boolean ipv4(InetAddress address) {
        return address instanceof Inet4Address;
    }

    static Reading<List<Listener>> listeners(Situation situation, ServiceTarget target) {
        return switch (situation.host().listeners()) {
            case Reading.Known<List<Listener>>(List<Listener> all, String method) -> Reading.known(
                all.stream().filter(listener -> listener.transport() == Transport.TCP && listener.port() == target.port()).toList(), method);
            case Reading.Unknown<List<Listener>> unknown -> unknown;
        };
    }

    /** The listener that takes what is sent to this address: the one bound to it before the one bound to all. */
    static Optional<Listener> covering(List<Listener> listeners, InetAddress address) {
        return Stream.concat(listeners.stream().filter(listener -> listener.address().equals(address)),
            listeners.stream().filter(listener -> listener.covers(address))).findFirst();
    }
}
