package org.faultline.diagnosis;

import java.util.List;
import java.util.Map;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Severity;

/** The two ends between which the break lies, nearest first, by the names that the finding knows. */
final class Between {

    private static final String HERE = "this computer";
    private static final String NAMES = "name service";

    private Between() { }

    static List<String> of(Finding finding) {
        Map<String, String> facts = finding.facts();
        String link = facts.getOrDefault("interface", "network adapter");
        String gateway = facts.getOrDefault("gateway", "gateway");
        return switch (finding.stage()) {
            case LOOPBACK_IPV4 -> List.of(HERE, "127.0.0.1");
            case LOOPBACK_IPV6 -> List.of(HERE, "::1");
            case INTERFACE -> List.of(HERE, link);
            case GATEWAY -> List.of(link, gateway);
            case EXTERNAL -> external(gateway, far(facts));
            case SERVICE -> onTheWay(finding) ? List.of(HERE, facts.getOrDefault("service", "service")) : List.of();
            case PORTS -> List.of();
        };
    }

    /** A service that answers with an error of its own was reached. */
    private static boolean onTheWay(Finding finding) {
        return finding.severity() == Severity.FAULT && finding.fault() != Fault.SERVICE_FAILING;
    }

    /** A name server on this computer is not beyond the gateway, and where the gateway itself is the name server, what fails is that service of it. */
    private static List<String> external(String gateway, String far) {
        if (far.startsWith("127.") || far.equals("::1") || far.equals("0:0:0:0:0:0:0:1")) {
            return List.of(HERE, far);
        }
        return List.of(gateway, far.equals(gateway) ? NAMES : far);
    }

    private static String far(Map<String, String> facts) {
        return List.of("resolver", "site", "target").stream().filter(facts::containsKey).findFirst().map(facts::get).orElse("internet");
    }
}
