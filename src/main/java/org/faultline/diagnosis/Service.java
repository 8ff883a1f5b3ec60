package org.faultline.diagnosis;

import static org.faultline.diagnosis.Step.ask;
import static org.faultline.diagnosis.Step.conclude;
import static org.faultline.diagnosis.Step.note;
import static org.faultline.diagnosis.Step.sequence;
import static org.faultline.diagnosis.Step.tree;
import static org.faultline.model.Cause.CERTIFICATE_EXPIRED;
import static org.faultline.model.Cause.CERTIFICATE_NOT_YET_VALID;
import static org.faultline.model.Cause.CERTIFICATE_UNTRUSTED;
import static org.faultline.model.Cause.CERTIFICATE_WRONG_HOST;
import static org.faultline.model.Cause.CLOSED_EARLY;
import static org.faultline.model.Cause.COMPETING;
import static org.faultline.model.Cause.ELSEWHERE;
import static org.faultline.model.Cause.ENCRYPTED;
import static org.faultline.model.Cause.NOT_ACCEPTED;
import static org.faultline.model.Cause.NO_REPLY;
import static org.faultline.model.Cause.OTHER_FAMILY;
import static org.faultline.model.Cause.OTHER_PROTOCOL;
import static org.faultline.model.Cause.PLAIN_TEXT;
import static org.faultline.model.Cause.PROHIBITED;
import static org.faultline.model.Cause.QUERY_REFUSED;
import static org.faultline.model.Cause.QUEUE_FULL;
import static org.faultline.model.Cause.REFUSED;
import static org.faultline.model.Cause.RESET;
import static org.faultline.model.Cause.SERVER_FAILURE;
import static org.faultline.model.Cause.TIMED_OUT;
import static org.faultline.model.Cause.UNEXPECTED_STATUS;
import static org.faultline.model.Fault.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Truth;

/**
 * Is this service up? First where its name leads, then whether it lets anybody in, then whether it says something sensible; and only where
 * it lets nobody in, who listens there at all, and whether the service or the way to it is to blame.
 */
final class Service {

    /** A look-up that ended like this says nothing of the name. */
    private static final Set<Cause> UNANSWERED = EnumSet.of(NO_REPLY, TIMED_OUT, SERVER_FAILURE, QUERY_REFUSED);

    /** On another computer nothing but the connection can be seen from here: a service that is off and a firewall that rejects look the same. */
    private static final Step ELSEWHERE_SILENT = sequence(
        ask("service-refused-by-the-other", e -> connect(e).anyFailed(REFUSED)).yes(conclude(SERVICE_REFUSED)),
        ask("service-within-reach", e -> Answer.of(Truth.NO, connect(e).failed())).no(conclude(SERVICE_OUT_OF_REACH)));

    /** A port of our own where nobody listens refuses at once; one that is silent is guarded by a rule, or led elsewhere by one. */
    private static final Step NOBODY_LISTENS = sequence(
        ask("service-port-to-be-had", e -> e.by("service-bind").anyFailed(COMPETING, PROHIBITED).not()).no(conclude(SERVICE_PORT_RESERVED)),
        ask("service-refused", e -> connect(e).anyFailed(REFUSED)).yes(conclude(SERVICE_NOT_RUNNING)),
        ask("service-loopback-works", Service::ownListenerWorks).no(conclude(SERVICE_BLOCKED)),
        ask("service-let-through", e -> connect(e).allPassed()).no(conclude(SERVICE_BLOCKED)));

    /** The table of listeners cannot be read: our own listener on the same address tells the service from the way to it. */
    private static final Step TABLE_UNKNOWN = sequence(
        ask("service-loopback-works", Service::ownListenerWorks).no(conclude(SERVICE_BLOCKED)),
        ask("service-refused-there", e -> connect(e).anyFailed(REFUSED)).yes(conclude(SERVICE_NOT_RUNNING)),
        ask("service-let-through", e -> connect(e).allPassed()).no(conclude(SERVICE_BLOCKED)));

    private static final Step LISTENS_ELSEWHERE = sequence(
        ask("service-on-this-family", e -> at(e).anyFailed(OTHER_FAMILY).not()).no(conclude(SERVICE_OTHER_FAMILY)),
        ask("service-on-this-address-only", e -> at(e).anyFailed(ELSEWHERE).not()).no(conclude(SERVICE_OTHER_ADDRESS)));

    private static final Step LISTENS = sequence(
        ask("service-listens-there", e -> listenersOf(e, at(e).anyPassed())).no(LISTENS_ELSEWHERE),
        ask("service-queue-has-room", e -> e.by("service-queue").anyFailed(QUEUE_FULL).not()).no(conclude(SERVICE_BACKLOG_FULL)),
        ask("service-loopback-works", Service::ownListenerWorks).no(conclude(SERVICE_BLOCKED)),
        ask("service-let-through", e -> connect(e).allPassed()).no(conclude(SERVICE_BLOCKED)));

    private static final Step WHY_NOT = sequence(
        ask("service-on-this-computer", Service::onThisComputer).no(ELSEWHERE_SILENT),
        ask("service-has-listener", e -> listenersOf(e, anywhere(e).anyPassed())).yes(LISTENS).no(NOBODY_LISTENS).unknown(TABLE_UNKNOWN));

    static final Node TREE = tree(
        ask("service-name-answered", Service::nameAnswered).no(conclude(SERVICE_NAME_UNRESOLVED)),
        ask("service-name-known", e -> named(e, e.by("service-target").where(Service::isTarget).any(seen -> seen.passed() || seen.failedWith(ELSEWHERE))))
            .no(conclude(SERVICE_NAME_UNKNOWN)),
        ask("service-name-leads-here", e -> e.by("service-target").anyFailed(ELSEWHERE).not()).no(conclude(SERVICE_NAME_WRONG)),
        ask("service-hosts-file-followed", Service::hostsFileFollowed),
        ask("service-accepts", e -> connect(e).anyPassed()).no(WHY_NOT),
        ask("service-both-families", Service::bothFamilies),
        ask("service-picks-up", e -> said(e).anyFailed(NOT_ACCEPTED).not()).no(conclude(SERVICE_HUNG)),
        ask("service-answers", e -> spoken(e, said(e).anyFailed(NO_REPLY, CLOSED_EARLY, RESET).not())).no(conclude(SERVICE_HUNG)),
        ask("service-spared-by-proxy", Service::sparedByProxy).no(conclude(SERVICE_PROXY_CAPTURED)),
        ask("service-encrypted-as-asked", e -> schemed(spoken(e, said(e).anyFailed(ENCRYPTED, PLAIN_TEXT).not()))).no(note(SERVICE_TLS_MISMATCH)),
        ask("service-speaks-as-asked", e -> spoken(e, said(e).anyFailed(OTHER_PROTOCOL).not())).no(note(SERVICE_OTHER_PROTOCOL)),
        ask("service-certificate-trusted", e -> shown(certificate(e).anyFailed(CERTIFICATE_UNTRUSTED).not())).no(note(SERVICE_CERTIFICATE_UNTRUSTED)),
        ask("service-certificate-valid", e -> shown(certificate(e).anyFailed(CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID, CERTIFICATE_WRONG_HOST).not()))
            .no(note(SERVICE_CERTIFICATE_INVALID)),
        ask("service-keeps-to-itself", e -> listenersOf(e, e.by("service-speech").target("who may connect").allPassed())).no(note(SERVICE_EXPOSED)),
        ask("service-page-served", e -> spoken(e, said(e).anyFailed(UNEXPECTED_STATUS).not())).no(conclude(SERVICE_FAILING)),
        ask("service-up", Service::up).yes(note(SERVICE_UP)));

    private Service() { }

    private static boolean isTarget(Observation seen) {
        return !seen.target().equals("hosts file");
    }

    private static Seen connect(Evidence e) {
        return e.by("service-connect");
    }

    private static Seen said(Evidence e) {
        return e.by("service-speech").where(seen -> !seen.target().equals("who may connect") && !seen.target().equals("certificate"));
    }

    private static Seen certificate(Evidence e) {
        return e.by("service-speech").target("certificate");
    }

    /** Facts of a certificate: the {@code target} that it was shown for, and the {@code objection}. */
    private static Answer shown(Answer answer) {
        Optional<Observation> certificate = Facts.behind(answer);
        return Facts.with(Facts.with(answer, "target", certificate.flatMap(seen -> seen.text("host"))),
            "objection", certificate.filter(Observation::failed).map(seen -> seen.cause().id()));
    }

    /** No answer to the look-up says nothing of the name; without an address nothing more can be measured. */
    private static Answer nameAnswered(Evidence e) {
        Seen target = e.by("service-target").where(Service::isTarget);
        List<Observation> silent = target.unmeasured().stream().filter(seen -> UNANSWERED.contains(seen.cause())).toList();
        return silent.isEmpty() ? quietly(target.any(_ -> true)) : Facts.with(Answer.of(Truth.NO, silent), "target", silent.getFirst().text("host"));
    }

    private static Seen anywhere(Evidence e) {
        return e.by("service-listener").where(seen -> seen.target().startsWith("port "));
    }

    private static Seen at(Evidence e) {
        return e.by("service-listener").where(seen -> !seen.target().startsWith("port "));
    }

    private static Answer named(Evidence e, Answer answer) {
        Optional<Observation> asked = e.by("service-target").where(Service::isTarget).first();
        Answer service = Facts.with(Facts.with(answer, "service", asked.map(Observation::target)), "port", asked.flatMap(seen -> seen.text("port")));
        Answer named = Facts.with(service, "host", asked.flatMap(seen -> seen.text("host")));
        return answer.truth() == Truth.NO ? Facts.with(named, "target", asked.flatMap(seen -> seen.text("host"))) : named;
    }

    /** What people read in the file and what programs get may differ; that alone breaks nothing. Its failure is no evidence for what comes later. */
    private static Answer hostsFileFollowed(Evidence e) {
        return quietly(e.by("service-target").target("hosts file").allPassed());
    }

    /** A program that tries only one family may fail where another succeeds. */
    private static Answer bothFamilies(Evidence e) {
        return quietly(connect(e).judge(seen -> seen.failed().isEmpty()));
    }

    /** The answer without what failed: it would travel on as evidence for whatever is found next. */
    private static Answer quietly(Answer answer) {
        return answer.isFinal() ? new Answer(answer.truth(), answer.because().stream().filter(Observation::passed).toList(), answer.against(),
            answer.notMeasured(), answer.awaiting(), answer.facts()) : answer;
    }

    private static Answer onThisComputer(Evidence e) {
        Seen target = e.by("service-target").where(Service::isTarget);
        return quietly(target.judge(seen -> seen.observations().stream().anyMatch(each -> each.flag("onThisComputer"))));
    }

    private static Answer ownListenerWorks(Evidence e) {
        return e.by("service-self").allPassed();
    }

    /** A web service that can be reached, and programs that follow the environment's proxy do not reach it. */
    private static Answer sparedByProxy(Evidence e) {
        Answer web = quietly(said(e).any(Service::speaksWebAsAsked));
        if (!web.isFinal() || web.truth() != Truth.YES) {
            return web.isFinal() ? Answer.unknown(List.of()) : web;
        }
        Answer answer = e.by("service-by-proxy").allPassed();
        return Facts.with(answer, "proxy", Facts.behind(answer).flatMap(seen -> seen.text("proxy")));
    }

    /** One that encrypts though nobody said so would be asked for by the wrong scheme, and answer the proxy with an error. */
    private static boolean speaksWebAsAsked(Observation said) {
        return said.passed() && said.text("protocol").filter("HTTP"::equals).isPresent() && (said.text("expected").isPresent() || !said.flag("secured"));
    }

    /** Facts of who listens: {@code program} with its number, and where it {@code listens}. */
    private static Answer listenersOf(Evidence e, Answer answer) {
        List<Observation> listeners = e.by("service-listener").observations();
        Optional<String> program = listeners.stream().filter(seen -> seen.text("program").isPresent()).findFirst()
            .map(seen -> seen.text("program").orElseThrow() + seen.text("pid").map(pid -> " (" + pid + ")").orElse(""));
        Optional<String> listens = listeners.stream().map(seen -> words(seen, "listens")).filter(text -> !text.isEmpty()).findFirst();
        return Facts.with(Facts.with(answer, "program", program), "listens", listens);
    }

    /** Facts of what it says: {@code speech} and what was {@code expected}. */
    private static Answer spoken(Evidence e, Answer answer) {
        Optional<Observation> said = said(e).first();
        return Facts.with(Facts.with(answer, "speech", said.map(Service::speech).map(text -> text.isEmpty() ? "unknown" : text)),
            "expected", said.flatMap(seen -> seen.text("expected")));
    }

    /** Fact {@code scheme}: that of the web which fits what it does. */
    private static Answer schemed(Answer answer) {
        return answer.truth() == Truth.NO ? Facts.with(answer, "scheme", Facts.behind(answer).map(said -> said.failedWith(ENCRYPTED) ? "https" : "http")) : answer;
    }

    private static String speech(Observation said) {
        String protocol = said.text("protocol").filter(name -> !name.equals("silent") && !name.equals("unknown")).orElse("");
        boolean unasked = said.failedWith(ENCRYPTED) || said.text("expected").isEmpty();
        boolean encrypted = said.flag("secured") && unasked && !protocol.equals("TLS");
        String status = said.text("status").map(code -> " " + code).orElse("");
        return protocol + status + (encrypted ? " over TLS" : "");
    }

    private static Answer up(Evidence e) {
        return spoken(e, said(e).any(seen -> seen.passed() || seen.failedWith(ENCRYPTED, PLAIN_TEXT, OTHER_PROTOCOL)));
    }

    private static String words(Observation seen, String list) {
        return seen.list(list).stream().map(Objects::toString).collect(Collectors.joining(", "));
    }
}
