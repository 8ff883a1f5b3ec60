package org.faultline.diagnosis;

import static org.faultline.diagnosis.Step.ask;
import static org.faultline.diagnosis.Step.note;
import static org.faultline.diagnosis.Step.tree;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.faultline.model.Cause;
import org.faultline.model.Fault;
import org.faultline.model.Observation;
import org.faultline.model.Stage;
import org.faultline.model.Truth;

/** The whole decision tree: one immutable value per stage, which the run walks, the window draws and a golden file prints. */
public final class Tree {

    private static final Node UNMEASURED = tree(
        ask("run-cut-short", e -> unmeasured(e, Cause.CANCELLED)).yes(note(Fault.CANCELLED)),
        ask("probe-crashed", e -> unmeasured(e, Cause.CRASHED)).yes(note(Fault.PROBE_CRASHED)),
        ask("probe-timed-out", e -> unmeasured(e, Cause.TIMED_OUT)).yes(note(Fault.PROBE_TIMED_OUT)),
        ask("tool-missing", e -> unmeasured(e, Cause.TOOL_MISSING)).yes(note(Fault.TOOL_MISSING)));

    private static final Map<Stage, Node> STAGES = Map.of(
        Stage.LOOPBACK_IPV4, LoopbackIpv4.TREE,
        Stage.LOOPBACK_IPV6, LoopbackIpv6.TREE,
        Stage.INTERFACE, Interface.TREE,
        Stage.GATEWAY, Gateway.TREE,
        Stage.EXTERNAL, External.TREE,
        Stage.SERVICE, Service.TREE,
        Stage.PORTS, Ports.TREE);

    private Tree() { }

    public static Node of(Stage stage) {
        return STAGES.get(stage);
    }

    /** Asked once, at the end of a run: what could not be measured, and why. */
    public static Node unmeasured() {
        return UNMEASURED;
    }

    private static Answer unmeasured(Evidence evidence, Cause cause) {
        Predicate<Observation> matches = observation -> observation.unmeasured() && observation.cause() == cause;
        List<Observation> matching = evidence.all().stream().filter(matches).toList();
        return Answer.of(Truth.of(!matching.isEmpty()), matching);
    }
}
