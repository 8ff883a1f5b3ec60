package org.faultline.report.redaction;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.model.Cause;
import org.faultline.model.Fault;
import org.faultline.model.Outcome;
import org.faultline.model.Stage;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;

/**
 * The parts of which the program's own ids and labels are made. They matter where a computer is called {@code gateway} or a user
 * {@code dns}: the probe {@code gateway-echo} must keep its name, or nobody could judge the report again.
 */
final class ProgramWords {

    private static final Set<String> PARTS = Stream.concat(ids(), Stream.of("""
        echo tcp udp icmp http https tls dns ip arp ipv4 ipv6 loopback external gateway neighbour owner late loss quality host hosts file files
        lines line trace path mtu route routes rule rules default carrier link flaps errors adapter adapters address addresses duplicate
        foreign netmask wifi signal localhost name names order resolver resolvers config stub public nowhere large delay proxy offer by
        well known system resolve listener listeners port ports service target targets socket sockets datagram raw refused and linux
        windows macos netlink rtnetlink nsswitch conf resolv etc proc net snmp table session run firewall machine inward outward this
        computer internet network local unicast blackhole prohibit unreachable throw no none done connect bind handshake certificate
        send accept receive reachable incomplete permanent stale failed probe up down unknown full half ethernet virtual tunnel
        mobile get addr info getaddrinfo noerror nxdomain servfail mdns minimal myhostname compat return notfound user administrator
        provider program started stopped asked answered noted tried stage remedy recheck yes not quick guided other wpad phantom talk
        refusal range speed new flows own drops reverse filter switch request ways ready nft oshi interface""".split("\\s+")))
        .collect(Collectors.toUnmodifiableSet());

    private ProgramWords() { }

    private static Stream<String> ids() {
        Set<String> ids = new HashSet<>();
        Arrays.stream(Fault.values()).map(Fault::code).forEach(ids::add);
        Arrays.stream(Cause.values()).map(Cause::id).forEach(ids::add);
        Arrays.stream(Stage.values()).map(Stage::id).forEach(ids::add);
        Arrays.stream(Outcome.values()).map(Outcome::id).forEach(ids::add);
        Arrays.stream(StageStatus.values()).map(StageStatus::id).forEach(ids::add);
        Arrays.stream(Verdict.Status.values()).map(Verdict.Status::id).forEach(ids::add);
        return ids.stream().flatMap(id -> Stream.of(id.split("-")));
    }

    /** Whether nothing but the program's own words is in a text. */
    static boolean only(String text) {
        return !text.matches(".*\\d\\.\\d.*") && Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).allMatch(part -> part.matches("\\d{0,3}") || PARTS.contains(part));
    }
}
