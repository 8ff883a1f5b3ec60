package org.faultline.diagnosis;

import static org.faultline.diagnosis.PersonQuestion.CONNECTED_BY_CABLE;
import static org.faultline.diagnosis.PersonQuestion.LIGHTS_ON;
import static org.faultline.diagnosis.PersonQuestion.WIFI_CONNECTED;
import static org.faultline.diagnosis.Step.ask;
import static org.faultline.diagnosis.Step.askPerson;
import static org.faultline.diagnosis.Step.conclude;
import static org.faultline.diagnosis.Step.note;
import static org.faultline.diagnosis.Step.pass;
import static org.faultline.diagnosis.Step.tree;
import static org.faultline.model.Cause.DISABLED;
import static org.faultline.model.Cause.DUPLICATE;
import static org.faultline.model.Cause.LINK_LOCAL_ONLY;
import static org.faultline.model.Cause.MISSING;
import static org.faultline.model.Cause.NOT_ASSOCIATED;
import static org.faultline.model.Cause.NO_CARRIER;
import static org.faultline.model.Cause.RADIO_OFF;
import static org.faultline.model.Fault.ADAPTER_DISABLED;
import static org.faultline.model.Fault.ADAPTER_MISSING;
import static org.faultline.model.Fault.ADDRESS_DUPLICATE;
import static org.faultline.model.Fault.ADDRESS_FOREIGN;
import static org.faultline.model.Fault.ADDRESS_MISSING;
import static org.faultline.model.Fault.ANSWERS_FILTERED;
import static org.faultline.model.Fault.DHCP_FAILED;
import static org.faultline.model.Fault.LINK_ERRORS;
import static org.faultline.model.Fault.LINK_FLAPPING;
import static org.faultline.model.Fault.NETMASK_WRONG;
import static org.faultline.model.Fault.WIFI_NOT_ASSOCIATED;
import static org.faultline.model.Fault.WIFI_WEAK;

import java.util.List;
import org.faultline.model.Fault;
import org.faultline.model.Observation;
import org.faultline.model.Truth;

/**
 * Is there a live link with a good address? One is enough: adapters that nobody uses never alarm. What shows only in how others answer
 * (a wrong netmask, a foreign address, filtered answers) comes last, so that what the system's state tells never waits for it.
 */
final class Interface {

    /** What the system cannot read of the link a person can see, at the plug or in the Wi-Fi symbol. */
    private static final Step LOOK_AT_THE_LINK = askPerson(CONNECTED_BY_CABLE)
        .yes(askPerson(LIGHTS_ON).no(conclude(Fault.NO_CARRIER)))
        .no(askPerson(WIFI_CONNECTED).no(conclude(WIFI_NOT_ASSOCIATED)));

    static final Node TREE = tree(
        ask("adapter-present", e -> e.by("adapters").anyFailed(MISSING).not()).no(conclude(ADAPTER_MISSING)),
        ask("link-usable", Links::someUsable).no(
            ask("radio-on", e -> Links.culpritIs(e, RADIO_OFF).not()).no(conclude(Fault.RADIO_OFF)),
            ask("adapter-enabled", e -> Links.culpritIs(e, DISABLED).not()).no(conclude(ADAPTER_DISABLED)),
            ask("wifi-joined", e -> Links.culpritIs(e, NOT_ASSOCIATED).not()).no(conclude(WIFI_NOT_ASSOCIATED)),
            ask("carrier-present", e -> Links.culpritIs(e, NO_CARRIER).not()).no(conclude(Fault.NO_CARRIER)),
            ask("link-live", Links::live).unknown(LOOK_AT_THE_LINK),
            ask("address-accepted", e -> Links.culpritIs(e, DUPLICATE).not()).no(conclude(ADDRESS_DUPLICATE)),
            ask("address-self-assigned", e -> Links.culpritIs(e, LINK_LOCAL_ONLY)).yes(conclude(DHCP_FAILED)),
            conclude(ADDRESS_MISSING)),
        ask("link-live", Links::live).unknown(LOOK_AT_THE_LINK),
        ask("wifi-strong", e -> steady(e, "wifi-signal", "signalPercent")).no(note(WIFI_WEAK)),
        ask("link-clean", e -> steady(e, "link-errors", "errorPercent")).no(note(LINK_ERRORS)),
        ask("address-unique", Interface::addressUnique).no(conclude(ADDRESS_DUPLICATE)),
        ask("link-steady", e -> Facts.onLink(e.by("link-flaps").anyFailed().not())).no(note(LINK_FLAPPING)),
        ask("gateway-on-link", Interface::gatewayOnLink).no(
            ask("gateway-owned", Reach::gatewayOwned).no(conclude(NETMASK_WRONG))),
        ask("targets-off-link", Interface::targetsOffLink).no(
            ask("on-link-targets-answer", Interface::onLinkTargetsAnswer).no(conclude(NETMASK_WRONG))),
        ask("gateway-owned", Reach::gatewayOwned).no(
            ask("other-gateway-alive", Reach::otherGatewayAlive).yes(pass()),
            ask("address-of-this-network", Interface::addressOfThisNetwork).no(conclude(ADDRESS_FOREIGN)),
            pass()),
        ask("silence-beyond", Reach::silenceBeyond).yes(
            ask("answers-accepted", e -> e.by("answers-filtered").anyFailed().not()).no(conclude(ANSWERS_FILTERED))));

    private Interface() { }

    /** Yes when none of the links in use failed; the figures of the first that did are facts. */
    private static Answer steady(Evidence e, String probe, String value) {
        return Facts.measured(Facts.onLink(e.by(probe).anyFailed().not()), value, "limitPercent", " %");
    }

    private static Answer addressUnique(Evidence e) {
        Answer unique = e.by("duplicate-address").anyFailed().not();
        return Facts.with(Facts.onLink(unique), "address", Facts.behind(unique).map(Observation::target));
    }

    /** Only the gateway in use counts, and only IPv4: an IPv6 gateway is always link-local. */
    private static Answer gatewayOnLink(Evidence e) {
        Seen routes = e.by("default-route");
        if (!routes.complete()) {
            return Answer.awaiting(routes.awaiting());
        }
        String gateway = Reach.gateway(e).orElse("");
        Answer onLink = e.by("netmask").target(gateway).where(seen -> seen.text("role").filter("gateway"::equals).isPresent()).anyFailed().not();
        return Facts.with(ownAddress(e, onLink), "target", Facts.behind(onLink).map(Observation::target));
    }

    /** Facts {@code interface} and {@code address}: the IPv4 prefix of the link that the answer is about. */
    private static Answer ownAddress(Evidence e, Answer answer) {
        Answer onLink = Facts.onLink(answer);
        String link = onLink.facts().getOrDefault("interface", "");
        return Facts.with(onLink, "address", e.by("address").target(link).first()
            .flatMap(seen -> seen.list("addresses").stream().map(Object::toString).filter(address -> !address.contains(":")).findFirst()));
    }

    private static Answer targetsOffLink(Evidence e) {
        Answer offLink = e.by("netmask").where(seen -> seen.text("role").filter("target"::equals).isPresent()).anyFailed().not();
        return Facts.with(ownAddress(e, offLink), "target", Facts.behind(offLink).map(Observation::target));
    }

    /** Proxy ARP or a bridge to the internet: unusual, and fine as long as somebody answers. */
    private static Answer onLinkTargetsAnswer(Evidence e) {
        List<String> onLink = e.by("netmask").failed().stream().map(Observation::target).toList();
        List<Observation> answered = e.by("external-tcp", "external-echo").where(seen -> onLink.contains(seen.target())).passed();
        return answered.isEmpty() ? e.by("target-neighbour").anyPassed() : Answer.of(Truth.YES, answered);
    }

    private static Answer addressOfThisNetwork(Evidence e) {
        Answer answer = e.by("foreign-address").anyFailed().not();
        Answer described = Facts.with(Facts.onLink(answer), "value", Facts.behind(answer).map(Observation::target));
        return Facts.with(described, "address", Facts.behind(answer).flatMap(seen -> seen.text("address")));
    }
}
