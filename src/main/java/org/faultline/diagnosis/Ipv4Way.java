package org.faultline.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Truth;

/** Whether a computer that leaves its network by IPv6, and takes part in it by IPv4 too, knows the way out by IPv4 as well. */
final class Ipv4Way {

    /**
     * No address of a network: of this computer alone, given to itself, or of the translator of a network that carries IPv6 only
     * (192.0.0.0/29, RFC 7335), which a redacted report no longer tells from others that are as small.
     */
    private static final String NOBODYS = "(127\\.|169\\.254\\.|192\\.0\\.0\\.[0-7]/|public-ipv4-\\d+/(29|3\\d)$).*";

    private Ipv4Way() { }

    /**
     * No where (1) the routing table holds no IPv4 default route and the system knows no way to any IPv4 target either, such as by a VPN's two
     * halves or by a rule, (2) IPv6 has a way, and not through a tunnel, which may keep IPv4 out on purpose, (3) the link that IPv6 leaves by
     * has an IPv4 address of a network, and (4) nothing outside has answered over IPv4. Example: a bridge for containers has 172.17.0.1/16
     * on a network of IPv6 alone; it is not the link that leads out, so nobody misses a route.
     */
    static Answer known(Evidence e) {
        Seen asked = e.by("default-route", "address", "external-tcp", "external-echo");
        Seen works = e.by("external-tcp", "external-echo");
        Seen ipv4 = e.by("default-route").target("ipv4");
        if (!ipv4.passed().isEmpty() || !works.passed().isEmpty()) {
            return Answer.of(Truth.YES, ipv4.passed().isEmpty() ? works.passed() : ipv4.passed());
        }
        if (!asked.complete()) {
            return Answer.awaiting(asked.awaiting());
        }
        Optional<Observation> ipv6 = e.by("default-route").target("ipv6").passed().stream().filter(way -> way.text("tunnel").isEmpty()).findFirst();
        Optional<Observation> none = ipv4.where(way -> way.failedWith(Cause.NO_ROUTE) && way.number("defaultRoutes").filter(routes -> routes == 0).isPresent()).first();
        Optional<Observation> addressed = ipv6.flatMap(way -> way.text("interface")).flatMap(link -> e.by("address").target(link).where(Ipv4Way::hasAddress).first());
        return none.isPresent() && addressed.isPresent() ? missing(none.get(), addressed.get(), ipv6.get()) : Answer.unknown(ipv4.unmeasured());
    }

    private static Answer missing(Observation none, Observation addressed, Observation ipv6) {
        Answer missing = Answer.of(Truth.NO, List.of(none, addressed)).against(List.of(ipv6)).with("interface", addressed.target());
        return Facts.with(missing, "address", addresses(addressed).findFirst());
    }

    private static boolean hasAddress(Observation address) {
        return address.passed() && addresses(address).findAny().isPresent();
    }

    private static Stream<String> addresses(Observation address) {
        return address.list("addresses").stream().map(Object::toString).filter(each -> !each.contains(":") && !each.matches(NOBODYS));
    }
}
