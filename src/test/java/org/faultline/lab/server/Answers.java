package org.faultline.lab.server;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** How a name server answers: an empty answer is silence. Hostile ways are made out of good ones. */
@FunctionalInterface
public interface Answers {

    Optional<byte[]> to(Query query, boolean overTcp);

    /** Truth: the addresses of the names in the zone, NXDOMAIN for all others. */
    static Answers zone(Map<String, List<InetAddress>> zone) {
        return (query, overTcp) -> Optional.of(zone.containsKey(query.name())
            ? query.addresses(zone.get(query.name())) : query.code(query.name().isEmpty() ? Query.OK : Query.NXDOMAIN));
    }

    static Answers always(int rcode) {
        return (query, overTcp) -> Optional.of(query.code(rcode));
    }

    static Answers silence() {
        return (query, overTcp) -> Optional.empty();
    }

    /** Every name in the world has these addresses. */
    static Answers everything(InetAddress... addresses) {
        return (query, overTcp) -> Optional.of(query.addresses(List.of(addresses)));
    }

    static Answers garbage() {
        return (query, overTcp) -> {
            byte[] noise = new byte[60];
            new Random(query.end()).nextBytes(noise);
            System.arraycopy(query.bytes(), 0, noise, 0, 2);
            return Optional.of(noise);
        };
    }

    static Answers pointerLoop() {
        return (query, overTcp) -> Optional.of(query.pointerLoop());
    }

    /** The answer to another question: its id differs from the one asked. */
    default Answers withWrongId() {
        return (query, overTcp) -> to(query, overTcp).map(answer -> {
            byte[] changed = answer.clone();
            changed[0] ^= 0x55;
            return changed;
        });
    }

    /** Names that do not exist lead to this address ("DNS assist"). */
    default Answers assistingTo(InetAddress assistant) {
        return (query, overTcp) -> to(query, overTcp).map(answer -> (answer[3] & 0xf) == Query.NXDOMAIN
            ? query.addresses(List.of(assistant)) : answer);
    }

    /** Knows one name more. */
    default Answers knowing(String name, InetAddress address) {
        return (query, overTcp) -> query.name().equals(name)
            ? Optional.of(query.addresses(List.of(address))) : to(query, overTcp);
    }

    default Answers after(Duration delay) {
        return (query, overTcp) -> {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return to(query, overTcp);
        };
    }

    /** Addresses fit into one packet; the answers to all other questions are cut off unless they are asked for by TCP. */
    default Answers truncatedOverUdp() {
        return (query, overTcp) -> to(query, overTcp)
            .map(answer -> overTcp || query.wantsAddress() ? answer : Query.truncated(answer));
    }
}
