package org.faultline.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.faultline.model.Observation;

/** The names of the way out, which the words of every stage may mention. */
final class Ground {

    private Ground() { }

    /** {@code interface} and {@code gateway} of the preferred way out, IPv4 before IPv6, as far as they are known. */
    static Map<String, String> of(Evidence evidence) {
        Map<String, String> facts = new HashMap<>();
        List<Observation> ways = evidence.by("default-route").passed();
        for (String family : List.of("ipv6", "ipv4")) {
            ways.stream().filter(way -> way.target().equals(family)).forEach(way -> {
                way.text("interface").ifPresent(name -> facts.put("interface", name));
                way.text("gateway").ifPresent(address -> facts.put("gateway", address));
            });
        }
        return facts;
    }
}
