package org.faultline.diagnosis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.faultline.model.Diagnosis;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Stage;
import org.faultline.model.Verdict;

/** What whoever helps would ask next once a verdict stands. The answers decide nothing; one may speak against the verdict, and is shown so. */
public final class Background {

    /** Faults that blame what everybody in the house shares. */
    private static final Set<Fault> SHARED = EnumSet.of(Fault.GATEWAY_ABSENT, Fault.GATEWAY_UNRESPONSIVE, Fault.UPSTREAM_UNREACHABLE,
        Fault.UPSTREAM_SILENT, Fault.UPSTREAM_LOOP, Fault.DNS_UNREACHABLE, Fault.DNS_SERVER_FAILURE, Fault.DNS_PORT_CLOSED);

    /** Faults whose words say that the way to the router is fine. */
    private static final Set<Fault> BEYOND_ROUTER = EnumSet.of(Fault.UPSTREAM_UNREACHABLE, Fault.UPSTREAM_SILENT, Fault.UPSTREAM_FILTERED, Fault.UPSTREAM_LOOP);
    private static final List<String> ROUTER_SEEN = List.of("gateway-neighbour", "gateway-echo", "gateway-tcp", "gateway-udp");

    private Background() { }

    /** In the order in which to ask; empty while nothing was judged. */
    public static List<PersonQuestion> after(Diagnosis diagnosis) {
        Verdict verdict = diagnosis.verdict();
        if (verdict.status() == Verdict.Status.HEALTHY) {
            return List.of(PersonQuestion.OTHER_PROGRAMS_TOO, PersonQuestion.CHANGED_LATELY);
        }
        List<PersonQuestion> questions = new ArrayList<>();
        Optional<Stage> stage = verdict.finding().map(Finding::stage);
        if (stage.filter(at -> at == Stage.GATEWAY || at == Stage.EXTERNAL).isPresent()) {
            questions.add(PersonQuestion.OTHER_DEVICE_WORKS);
        }
        if (stage.filter(at -> at == Stage.INTERFACE || at == Stage.GATEWAY).isPresent()) {
            questions.add(PersonQuestion.CABLE_AND_WIFI_ALIKE);
        }
        questions.addAll(List.of(PersonQuestion.CHANGED_LATELY, PersonQuestion.BEGAN_TODAY));
        return questions;
    }

    /** Whoever is told that the way to the router is fine wants to see by what: the router in use, seen on the link or answering itself. */
    static List<Observation> bearing(Fault fault, Evidence evidence) {
        return !BEYOND_ROUTER.contains(fault) ? List.of()
            : ROUTER_SEEN.stream().flatMap(probe -> Reach.ofGateway(evidence, probe).passed().stream())
                .filter(seen -> !Reach.inventedHere(evidence, seen)).limit(2).toList();
    }

    /** Another device that works speaks against blaming what it shares with this one. */
    static List<Observation> against(Fault fault, Evidence evidence) {
        return evidence.told(PersonQuestion.OTHER_DEVICE_WORKS).filter(Observation::passed).filter(_ -> SHARED.contains(fault)).stream().toList();
    }
}
