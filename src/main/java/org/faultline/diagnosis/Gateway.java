package org.faultline.diagnosis;

import static org.faultline.diagnosis.PersonQuestion.ROUTER_ON;
import static org.faultline.diagnosis.PersonQuestion.VPN_RUNNING;
import static org.faultline.diagnosis.PersonQuestion.WORKS_WITHOUT_VPN;
import static org.faultline.diagnosis.Step.ask;
import static org.faultline.diagnosis.Step.askPerson;
import static org.faultline.diagnosis.Step.conclude;
import static org.faultline.diagnosis.Step.note;
import static org.faultline.diagnosis.Step.pass;
import static org.faultline.diagnosis.Step.sequence;
import static org.faultline.diagnosis.Step.tree;
import static org.faultline.model.Cause.HOST_UNREACHABLE;
import static org.faultline.model.Cause.INVALID_DESTINATION;
import static org.faultline.model.Cause.LOSS;
import static org.faultline.model.Cause.NO_REPLY;
import static org.faultline.model.Cause.PROHIBITED;
import static org.faultline.model.Cause.SLOW;
import static org.faultline.model.Fault.FIREWALL_BLOCKS_OUTPUT;
import static org.faultline.model.Fault.GATEWAY_ABSENT;
import static org.faultline.model.Fault.GATEWAY_IMPOSTOR;
import static org.faultline.model.Fault.GATEWAY_LOSSY;
import static org.faultline.model.Fault.GATEWAY_SILENT;
import static org.faultline.model.Fault.GATEWAY_SLOW;
import static org.faultline.model.Fault.GATEWAY_UNRESPONSIVE;
import static org.faultline.model.Fault.IPV4_ROUTE_MISSING;
import static org.faultline.model.Fault.ROUTE_COMPETING;
import static org.faultline.model.Fault.ROUTE_MISSING;
import static org.faultline.model.Fault.VPN_CAPTURED;

import java.util.List;
import org.faultline.model.Observation;
import org.faultline.model.Truth;

/**
 * Is there a way to a router, and does the router do its work? Nothing at the gateway is blamed while something beyond it answers, and
 * this computer's own firewall is ruled out before the router is accused.
 */
final class Gateway {

    /** Less than half of what the first series waits for an answer of the gateway. */
    private static final double SOON_MS = 200;

    /** Nothing beyond answers: is it us, the tunnel, or the router? Where the router is well, the next stage goes on looking. */
    private static final Step NOTHING_PASSES = sequence(
        ask("sending-refused-here", Reach::refusedHere).yes(conclude(FIREWALL_BLOCKS_OUTPUT)),
        ask("packets-dropped-outward", e -> e.by("own-drops").target("outward").anyFailed()).yes(conclude(FIREWALL_BLOCKS_OUTPUT)),
        ask("gateway-answers", Reach::gatewayAnswers).yes(
            ask("tunnel-owns-way-out", Reach::tunnelOwnsWay).yes(conclude(VPN_CAPTURED)),
            ask("other-link-has-gateway", Reach::otherLinkHasGateway).yes(conclude(ROUTE_COMPETING)),
            pass()),
        ask("packets-dropped-inward", e -> e.by("own-drops").target("inward").anyFailed()).yes(conclude(FIREWALL_BLOCKS_OUTPUT)),
        ask("gateway-genuine", Gateway::genuine).no(conclude(GATEWAY_IMPOSTOR)),
        ask("tunnel-owns-way-out", Reach::tunnelOwnsWay).yes(
            ask("gateway-owned", Reach::gatewayOwned).yes(conclude(VPN_CAPTURED)),
            pass()).unknown(
            askPerson(VPN_RUNNING).yes(askPerson(WORKS_WITHOUT_VPN).yes(conclude(VPN_CAPTURED)))),
        ask("other-gateway-alive", Reach::otherGatewayAlive).yes(conclude(ROUTE_COMPETING)),
        ask("gateway-answers-late", e -> Reach.ofGateway(e, "gateway-echo-late").any(seen -> seen.passed() || seen.failedWith(SLOW))).yes(
            ask("gateway-answers-slowly", Gateway::answersSlowly).yes(note(GATEWAY_SLOW)),
            pass()),
        ask("gateway-owned", Reach::gatewayOwned).yes(
            ask("gateway-ping-silent", e -> Reach.ofGateway(e, "gateway-echo").anyFailed()).yes(conclude(GATEWAY_UNRESPONSIVE))),
        ask("router-shows-life", Reach::routerShowsLife).unknown(askPerson(ROUTER_ON).no(conclude(GATEWAY_ABSENT))),
        pass());

    /** Nothing beyond was asked: only what the gateway itself shows can be said. */
    private static final Step BEYOND_UNMEASURED = ask("gateway-answers", Reach::gatewayAnswers).no(
        ask("sending-refused-here", Reach::refusedHere).yes(conclude(FIREWALL_BLOCKS_OUTPUT)),
        pass());

    static final Node TREE = tree(
        ask("way-out", Reach::wayOut).no(
            ask("way-out-refused", e -> e.by("default-route").anyFailed(PROHIBITED, INVALID_DESTINATION, HOST_UNREACHABLE))
                .yes(conclude(FIREWALL_BLOCKS_OUTPUT)),
            conclude(ROUTE_MISSING)),
        ask("ipv4-way-out", Ipv4Way::known).no(note(IPV4_ROUTE_MISSING)),
        ask("gateway-owned", Reach::gatewayOwned).no(
            ask("other-gateway-alive", Reach::otherGatewayAlive).yes(
                ask("passes-so-far", Reach::beyondSoFar).no(conclude(ROUTE_COMPETING))),
            ask("passes-so-far", Reach::beyondSoFar).no(conclude(GATEWAY_ABSENT))),
        ask("something-comes-back", Reach::somethingComesBack).no(NOTHING_PASSES).unknown(BEYOND_UNMEASURED),
        ask("gateway-answers-ping", Gateway::answersPing).no(
            ask("gateway-answers-slowly", Gateway::answersSlowly).yes(note(GATEWAY_SLOW)).no(note(GATEWAY_SILENT)).unknown(note(GATEWAY_SILENT))),
        ask("gateway-fast", e -> within(e, "rttMs", "limitRttMs")).no(
            ask("gateway-slow-again", e -> Facts.measured(Reach.ofGateway(e, "gateway-echo-again").anyFailed(SLOW), "rttMs", "limitRttMs", " ms"))
                .yes(note(GATEWAY_SLOW))),
        ask("gateway-without-loss", e -> within(e, "lossPercent", "limitLossPercent")).no(
            ask("loss-beyond-too", Gateway::lossBeyond).yes(
                ask("loss-again", e -> Facts.measured(Reach.ofGateway(e, "gateway-loss").anyFailed(LOSS), "lossPercent", "limitLossPercent", " %"))
                    .yes(note(GATEWAY_LOSSY)))));

    private Gateway() { }

    /** An echo that was refused here, or not permitted, says nothing about the gateway. */
    private static Answer answersPing(Evidence e) {
        return Reach.ofGateway(e, "gateway-echo").where(seen -> seen.unmeasured() || seen.passed() || seen.failedWith(NO_REPLY)).anyPassed();
    }

    /**
     * With more patience; not waited for where something beyond answers sooner than the gateway was given. A quick answer is not slow:
     * then the router answers only some pings.
     */
    private static Answer answersSlowly(Evidence e) {
        Answer slow = Reach.ofGateway(e, "gateway-echo-late").anyFailed(SLOW);
        if (slow.isFinal()) {
            return Facts.measured(slow, "rttMs", "limitRttMs", " ms");
        }
        List<Observation> sooner = Reach.external(e).passed().stream()
            .filter(seen -> seen.number("rttMs").or(() -> seen.number("connectMs")).filter(ms -> ms < SOON_MS).isPresent()).toList();
        return sooner.isEmpty() ? slow : Answer.of(Truth.NO, sooner);
    }

    private static Answer genuine(Evidence e) {
        Answer answer = Reach.ofGateway(e, "gateway-owner").anyFailed().not();
        return Facts.with(answer, "value", Facts.behind(answer).flatMap(seen -> seen.text("mac")));
    }

    private static Answer within(Evidence e, String value, String limit) {
        return Reach.ofGateway(e, "gateway-echo").where(seen -> seen.unmeasured() || seen.passed())
            .every(seen -> seen.number(value).orElse(0.0) < seen.number(limit).orElse(Double.MAX_VALUE));
    }

    /** A router that drops pings to itself when they come too fast loses nothing on the way through. */
    private static Answer lossBeyond(Evidence e) {
        return Reach.external(e).where(seen -> seen.passed() && seen.number("lossPercent").isPresent())
            .any(seen -> seen.number("lossPercent").orElse(0.0) > 0);
    }
}
