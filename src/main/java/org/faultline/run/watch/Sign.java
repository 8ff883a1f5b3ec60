package org.faultline.run.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faultline.model.Truth;
import org.faultline.probe.Glance;

/**
 * One sign of life of a round.
 *
 * @param what      {@code loopback-ipv4}, {@code loopback-ipv6}, {@code gateway}, {@code external} or {@code name}
 * @param target    the address asked; empty for the well-known hosts, of which any will do
 * @param good      whether it answered as it should; unknown where this machine does not let us ask
 * @param roundTrip of the answer, where it came
 */
public record Sign(String what, String target, Truth good, Optional<Duration> roundTrip) {

    static List<Sign> of(Glance glance) {
        return glance.signs().stream().map(sign -> new Sign(sign.what(), sign.target(), sign.good(), sign.roundTrip())).toList();
    }
}
