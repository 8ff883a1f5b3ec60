package org.faultline.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Severity;

/** The two ends between which the break lies, nearest first, by the names that the finding knows; none where it lies between no two places. */
final class Between {

    private static final String HERE = "this computer";
    private static final String NAMES = "name service";
    private static final String INTERNET = "internet";

    private Between() { }

    static List<String> of(Finding finding) {
        Map<String, String> facts = finding.facts();
        String link = facts.getOrDefault("interface", "network adapter");
        String gateway = facts.getOrDefault("gateway", "gateway");
        return switch (finding.stage()) {
            case LOOPBACK_IPV4 -> List.of(HERE, "127.0.0.1");
            case LOOPBACK_IPV6 -> List.of(HERE, "::1");
            case INTERFACE -> List.of(HERE, link);
            case GATEWAY -> finding.fault() == Fault.IPV4_ROUTE_MISSING ? List.of() : List.of(link, gateway);
            case EXTERNAL -> finding.fault().code().startsWith("dns-") ? names(gateway, facts) : outward(gateway, facts);
            case SERVICE -> onTheWay(finding) ? List.of(HERE, facts.getOrDefault("service", "service")) : List.of();
            case PORTS -> List.of();
        };
    }

    /** A service that answers with an error of its own was reached. */
    private static boolean onTheWay(Finding finding) {
        return finding.severity() == Severity.FAULT && finding.fault() != Fault.SERVICE_FAILING;
    }

    /** A name server on this computer is not beyond the gateway; where the gateway itself is the name server, that service of it fails. */
    private static List<String> names(String gateway, Map<String, String> facts) {
        String server = facts.getOrDefault("resolver", NAMES);
        if (server.startsWith("127.") || server.equals("::1") || server.equals("0:0:0:0:0:0:0:1")) {
            return List.of(HERE, server);
        }
        return List.of(gateway, server.equals(gateway) ? NAMES : server);
    }

    /** A finding also knows the name server that answered well, so that one says nothing here. */
    private static List<String> outward(String gateway, Map<String, String> facts) {
        String far = Stream.of("site", "target").map(facts::get).flatMap(Stream::ofNullable).findFirst().orElse(INTERNET);
        return List.of(gateway, far.equals(gateway) ? INTERNET : far);
    }
}
