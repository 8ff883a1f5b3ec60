package org.faultline.diagnosis;

import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Truth;

/** Rules about the web: does it answer, is it the real one, and is there a proxy or a login page in between. */
final class Web {

    /** Five minutes: what certificates and log-ins commonly tolerate (Kerberos, RFC 4120); example: 301 s off, certificates begin to fail. */
    private static final double CLOCK_LIMIT_SECONDS = 300;

    private static final Cause[] OTHER_PAGE = {Cause.REDIRECTED, Cause.UNEXPECTED_STATUS, Cause.UNEXPECTED_BODY};
    private static final Cause[] CERTIFICATE = {Cause.CERTIFICATE_EXPIRED, Cause.CERTIFICATE_NOT_YET_VALID, Cause.CERTIFICATE_WRONG_HOST,
        Cause.CERTIFICATE_UNTRUSTED};

    private Web() { }

    static Answer proxyOpensSites(Evidence evidence) {
        return evidence.by("https-by-proxy").anyPassed();
    }

    static Answer proxyWantsPassword(Evidence evidence) {
        return evidence.by("https-by-proxy").anyFailed(Cause.PROXY_AUTH_REQUIRED);
    }

    /** Whether the configured proxy itself can be reached; unknown where none is configured. */
    static Answer proxyAnswers(Evidence evidence) {
        Answer dead = evidence.by("https-by-proxy").every(Web::proxyItselfFailed);
        Answer answers = dead.not();
        return dead.because().stream().findFirst().flatMap(site -> site.text("proxy")).map(proxy -> answers.with("target", proxy)).orElse(answers);
    }

    private static boolean proxyItselfFailed(Observation site) {
        boolean beforeTls = site.text("step").filter(step -> step.equals("connect") || step.equals("proxy")).isPresent();
        return site.failed() && beforeTls && !site.failedWith(Cause.PROXY_AUTH_REQUIRED, Cause.UNEXPECTED_STATUS);
    }

    /** Whether programs here go through a proxy that we could not try: its script or its password is theirs alone. */
    static Answer proxyNotTried(Evidence evidence) {
        Seen untried = evidence.by("https-by-proxy").where(site -> site.unmeasured()
            && (site.cause() == Cause.NOT_SUPPORTED || site.cause() == Cause.NOT_PERMITTED));
        if (untried.first().isPresent()) {
            return Answer.of(Truth.YES, untried.observations()).with("program", "proxy-settings");
        }
        return untried.complete() ? Answer.of(Truth.NO, untried.observations()) : Answer.awaiting(untried.awaiting());
    }

    static Answer networkOffersProxy(Evidence evidence) {
        Answer offered = evidence.by("proxy-offer").anyPassed();
        return offered.truth() == Truth.YES ? offered.with("target", offered.because().getFirst().target()) : offered;
    }

    /**
     * A login page answers in place of the page that always answers the same, no known site has opened securely, and (1) another page is
     * led to a stranger too or is the very same one while nobody has been let in at port 443, whose handshake is quicker than any page, or
     * (2) all secure sites have failed. Where sites open securely, odd pages are no login.
     */
    static Answer loginPage(Evidence evidence) {
        Answer replaced = evidence.by("http").where(page -> page.flag("portalCheck")).any(Web::isOtherPage);
        if (!replaced.isFinal() || replaced.truth() != Truth.YES) {
            return replaced;
        }
        Set<String> bodies = replaced.because().stream().flatMap(page -> page.text("body").stream()).collect(Collectors.toSet());
        Answer another = evidence.by("http").where(page -> !page.flag("portalCheck"))
            .any(page -> isOtherPage(page) || page.text("body").filter(bodies::contains).isPresent());
        boolean letIn = evidence.by("external-tcp", "external-tcp6").passed().stream().anyMatch(connection -> !connection.flag("refused"))
            || !evidence.by("https").passed().isEmpty();
        if (another.isFinal() && another.truth() == Truth.YES && !letIn) {
            return withPage(replaced.and(another));
        }
        return withPage(replaced.and(evidence.by("https").anyPassed().not().or(unmeasured(evidence))));
    }

    /** Somebody's own page, not a server in trouble (5xx); 511 asks for a login by name (RFC 6585). */
    private static boolean isOtherPage(Observation page) {
        double status = page.number("status").orElse(0.0);
        return page.failedWith(OTHER_PAGE) && (status < 500 || status == 511);
    }

    /** Sites that could not even be looked up do not speak against a login page. */
    private static Answer unmeasured(Evidence evidence) {
        Seen sites = evidence.by("https");
        return !sites.complete() ? Answer.awaiting(sites.awaiting())
            : Answer.of(Truth.of(sites.passed().isEmpty() && sites.failed().isEmpty()), sites.unmeasured());
    }

    private static Answer withPage(Answer answer) {
        return answer.because().stream().flatMap(page -> page.text("leadsTo").stream()).findFirst()
            .map(host -> answer.with("site", host)).orElse(answer);
    }

    static Answer anySiteOpens(Evidence evidence) {
        return evidence.by("https").anyPassed();
    }

    static Answer everyCertificateValid(Evidence evidence) {
        return withSite(evidence.by("https").anyFailed(CERTIFICATE).not());
    }

    static Answer certificatesInvalid(Evidence evidence) {
        return withSite(evidence.by("https").anyFailed(CERTIFICATE));
    }

    private static Answer withSite(Answer answer) {
        return answer.because().isEmpty() ? answer : answer.with("site", answer.because().getFirst().target());
    }

    /** All of at least two sites: one site may have forgotten to renew. */
    static Answer certificatesOutOfDate(Evidence evidence) {
        return evidence.by("https").judge(seen -> seen.failed().size() >= 2 && seen.failed().stream()
            .allMatch(site -> site.failedWith(Cause.CERTIFICATE_EXPIRED, Cause.CERTIFICATE_NOT_YET_VALID)));
    }

    /** Whether web servers tell another time than this computer; unknown where none told the time. */
    static Answer clockDiffers(Evidence evidence) {
        return evidence.by("http").where(page -> page.number("clockOffsetSeconds").isPresent())
            .any(page -> Math.abs(page.number("clockOffsetSeconds").orElse(0.0)) > CLOCK_LIMIT_SECONDS);
    }

    /**
     * A site that fails at the address from our name server opens at the address from the public one. Where the public one gives the
     * very address that failed, nobody was misled and nothing more needs to be opened.
     */
    static Answer nameServerMisleads(Evidence evidence) {
        Seen failing = new Seen(evidence.by("https").failed(), Set.of());
        Set<String> addresses = failing.observations().stream().flatMap(site -> site.text("address").stream()).collect(Collectors.toSet());
        Seen confirmed = new Seen(evidence.by("dns-public").passed(), Set.of())
            .where(lookUp -> lookUp.list("addresses").stream().anyMatch(address -> addresses.contains(address.toString())));
        if (confirmed.first().isPresent()) {
            return withSite(Answer.of(Truth.NO, failing.observations()));
        }
        Set<String> sites = failing.observations().stream().map(Observation::target).collect(Collectors.toSet());
        Answer opens = evidence.by("https-by-public-dns").where(site -> sites.contains(site.target()))
            .any(site -> site.passed() && !addresses.contains(site.text("address").orElse("")));
        return withSite(opens);
    }

    /** Neither the known sites by name nor the well-known hosts by bare address let anybody in at port 443. */
    static Answer port443ShutEverywhere(Evidence evidence) {
        return port443Closed(evidence).and(evidence.by("external-tcp").allFailed());
    }

    /** At least two unrelated sites show certificates of one and the same authority that nobody here trusts. */
    static Answer oneUnknownIssuer(Evidence evidence) {
        Answer one = evidence.by("https").judge(seen -> seen.failed().size() >= 2
            && seen.failed().stream().allMatch(site -> site.failedWith(Cause.CERTIFICATE_UNTRUSTED))
            && seen.failed().stream().map(site -> site.text("issuer")).distinct().count() == 1);
        return one.because().stream().findFirst().flatMap(site -> site.text("issuer")).map(issuer -> one.with("value", issuer)).orElse(one);
    }

    static Answer port443Closed(Evidence evidence) {
        return withSite(evidence.by("https").allFailed(Cause.NO_REPLY, Cause.REFUSED, Cause.RESET, Cause.HOST_UNREACHABLE,
            Cause.NET_UNREACHABLE, Cause.PORT_UNREACHABLE, Cause.PROHIBITED));
    }

    static Answer handshakesFail(Evidence evidence) {
        return withSite(evidence.by("https").any(site -> site.failedWith(CERTIFICATE)).not().and(evidence.by("https").allFailed()));
    }

    /** A redirect, wherever it leads, is an answer. */
    static Answer plainWebWorks(Evidence evidence) {
        return evidence.by("http").any(page -> page.passed() || page.failedWith(Cause.REDIRECTED));
    }
}
