package org.faultline.lab.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.faultline.model.Fault;
import org.faultline.model.Severity;
import org.faultline.model.Stage;

/** Pairs of faults that cannot exist together, or of which one leaves no trace, each with the physical reason. */
final class Contradictions {

    private record Rule(String reason, Test test) { }

    private interface Test {
        boolean holds(Case lower, Case upper);
    }

    private static final Set<Fault> ONLY_SEEN_IN_ANSWERS = Set.of(Fault.ANSWERS_FILTERED, Fault.ADDRESS_DUPLICATE);

    private static final List<Rule> RULES = List.of(
        new Rule("without free ports or descriptors nothing else on this computer can be measured, nor set up by the lab",
            (lower, upper) -> is(lower, Fault.PORTS_EXHAUSTED) || is(lower, Fault.DESCRIPTORS_EXHAUSTED)),
        new Rule("the fault shows only in answers that arrive; behind the other one none is sent",
            (lower, upper) -> lower.fault().filter(ONLY_SEEN_IN_ANSWERS::contains).isPresent()
                && severity(upper) == Severity.FAULT),
        new Rule("the second fault is made of routes over the adapter that the first one takes away: the lab cannot make both",
            (lower, upper) -> is(lower, Fault.ADAPTER_MISSING) && upper.name().startsWith("gateway-slow")),
        new Rule("replacing the cable by a slow one sets the address and routes anew and so mends the first fault",
            (lower, upper) -> at(lower, Stage.INTERFACE) && upper.name().startsWith("gateway-slow")));

    private Contradictions() {
    }

    static Optional<String> between(Pair pair) {
        return RULES.stream().filter(rule -> rule.test().holds(pair.lower(), pair.upper())).map(Rule::reason).findFirst();
    }

    private static boolean is(Case given, Fault fault) {
        return given.fault().filter(fault::equals).isPresent();
    }

    private static boolean at(Case given, Stage stage) {
        return given.stage().filter(stage::equals).isPresent();
    }

    private static Severity severity(Case given) {
        return Pair.severity(given);
    }
}
