package org.faultline.lab.cases;

import static org.faultline.lab.cases.Case.fault;
import static org.faultline.model.Fault.DNS_HIJACKED;
import static org.faultline.model.Fault.DNS_NOT_CONFIGURED;
import static org.faultline.model.Fault.DNS_PORT_CLOSED;
import static org.faultline.model.Fault.DNS_REFUSED;
import static org.faultline.model.Fault.DNS_SERVER_DEAD;
import static org.faultline.model.Fault.DNS_SERVER_FAILURE;
import static org.faultline.model.Fault.DNS_SLOW;
import static org.faultline.model.Fault.DNS_STUB_DOWN;
import static org.faultline.model.Fault.DNS_TCP_BLOCKED;
import static org.faultline.model.Fault.DNS_UDP_BLOCKED;
import static org.faultline.model.Fault.DNS_UNREACHABLE;
import static org.faultline.model.Fault.DNS_WRONG_ANSWERS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.faultline.lab.net.Lab;
import org.faultline.lab.net.Plan;
import org.faultline.lab.server.Answers;
import org.faultline.lab.server.NameServer;
import org.faultline.lab.server.Query;

/** The fifth stage, second part: names. */
final class NameFaults {
    /** An address on our own link that nobody has. */
    private static final String NOBODY = "192.168.1.53";
    /** A public address behind which nothing answers. */
    private static final String NOWHERE = "203.0.115.53";
    private static final String STUB = "127.0.0.53";

    private NameFaults() {
    }

    static List<Case> all() {
        List<Case> all = new ArrayList<>(reach());
        all.addAll(answers());
        all.addAll(transport());
        return all;
    }

    private static List<Case> reach() {
        return List.of(
            fault(DNS_NOT_CONFIGURED, "empty-file", Speed.STATE, lab -> lab.host().resolvConf("")),
            fault(DNS_NOT_CONFIGURED, "comments-only", Speed.STATE,
                lab -> lab.host().resolvConf("# nameserver 192.168.1.1\nsearch lan\n")),
            fault(DNS_UNREACHABLE, "router-drops-it", Speed.SILENT, lab -> lab.router().filter("input",
                "meta l4proto { tcp, udp } th dport 53 drop")),
            fault(DNS_UNREACHABLE, "forwarder-silent", Speed.SILENT, lab -> lab.router().answering(Answers.silence())),
            fault(DNS_UNREACHABLE, "nobody-on-the-link", Speed.SILENT, lab -> lab.host().resolvers(NOBODY)),
            fault(DNS_UNREACHABLE, "nobody-outside", Speed.SILENT, lab -> lab.host().resolvers(NOWHERE)),
            fault(DNS_UNREACHABLE, "both-dead", Speed.SILENT, lab -> lab.host().resolvers(NOWHERE, NOBODY)),
            fault(DNS_PORT_CLOSED, "no-server-there", Speed.ANSWERED, lab -> lab.host().resolvers(Plan.PROVIDER)),
            fault(DNS_PORT_CLOSED, "rejected", Speed.ANSWERED, lab -> lab.router().filter("input",
                "udp dport 53 reject", "tcp dport 53 reject with tcp reset")),
            fault(DNS_STUB_DOWN, "service-stopped", Speed.ANSWERED, lab -> lab.host().resolvers(STUB)),
            fault(DNS_STUB_DOWN, "on-localhost", Speed.ANSWERED, lab -> lab.host().resolvers("127.0.0.1")),
            fault(DNS_STUB_DOWN, "hangs", Speed.SILENT, lab -> stub(lab, Answers.silence())),
            fault(DNS_SERVER_DEAD, "first-of-two", Speed.SILENT, lab -> lab.host().resolvers(NOWHERE, Plan.GATEWAY)),
            fault(DNS_SERVER_DEAD, "second-of-two", Speed.SILENT, lab -> lab.host().resolvers(Plan.GATEWAY, NOBODY)));
    }

    private static List<Case> answers() {
        return List.of(
            fault(DNS_SERVER_FAILURE, "all-names", Speed.ANSWERED, lab -> lab.router().answering(Answers.always(Query.SERVFAIL))),
            fault(DNS_SERVER_FAILURE, "stub-without-upstream", Speed.ANSWERED, lab -> stub(lab, Answers.always(Query.SERVFAIL))),
            fault(DNS_REFUSED, "all-names", Speed.ANSWERED, lab -> lab.router().answering(Answers.always(Query.REFUSED))),
            fault(DNS_WRONG_ANSWERS, "no-such-name", Speed.ANSWERED, lab -> lab.router()
                .answering(Answers.always(Query.NXDOMAIN))),
            fault(DNS_WRONG_ANSWERS, "empty", Speed.ANSWERED, lab -> lab.router().answering(Answers.always(Query.OK))),
            fault(DNS_WRONG_ANSWERS, "all-to-one-address", Speed.ANSWERED,
                lab -> lab.router().answering(Answers.everything(Plan.address("10.66.66.66"), Plan.address("fd66::66")))),
            fault(DNS_WRONG_ANSWERS, "garbage", Speed.ANSWERED, lab -> lab.router().answering(Answers.garbage())),
            fault(DNS_WRONG_ANSWERS, "wrong-id", Speed.SILENT, lab -> lab.router().answering(lab.router().dns().manner()
                .withWrongId())),
            fault(DNS_WRONG_ANSWERS, "pointer-loop", Speed.ANSWERED, lab -> lab.router().answering(Answers.pointerLoop())),
            fault(DNS_HIJACKED, "search-page", Speed.ANSWERED,
                lab -> lab.router().answering(lab.router().dns().manner().assistingTo(Plan.address("203.0.113.66")))));
    }

    private static List<Case> transport() {
        return List.of(
            fault(DNS_SLOW, "700-ms", Speed.SILENT,
                lab -> lab.router().answering(lab.router().dns().manner().after(Duration.ofMillis(700)))),
            fault(DNS_UDP_BLOCKED, "everywhere", Speed.SILENT,
                lab -> lab.router().filter("input", "udp dport 53 drop").filter("forward", "udp dport 53 drop")),
            fault(DNS_TCP_BLOCKED, "truncated-answers", Speed.SILENT, lab -> lab.router()
                .answering(lab.router().dns().manner().truncatedOverUdp())
                .filter("input", "tcp dport 53 drop").filter("forward", "tcp dport 53 drop")));
    }

    /** A resolver of the host's own, as systemd-resolved is. */
    static void stub(Lab lab, Answers manner) {
        NameServer.on(lab.host().doors(), manner, Plan.address(STUB));
        lab.host().resolvers(STUB);
    }
}
