package org.faultline.diagnosis;

import static org.faultline.diagnosis.PersonQuestion.CLOCK_RIGHT;
import static org.faultline.diagnosis.PersonQuestion.LOGIN_PAGE_SHOWN;
import static org.faultline.diagnosis.Step.ask;
import static org.faultline.diagnosis.Step.askPerson;
import static org.faultline.diagnosis.Step.conclude;
import static org.faultline.diagnosis.Step.note;
import static org.faultline.diagnosis.Step.pass;
import static org.faultline.diagnosis.Step.sequence;
import static org.faultline.diagnosis.Step.tree;
import static org.faultline.model.Fault.*;

/**
 * Beyond the gateway: is there a way out at all, does it lose or swallow packets, do names resolve, does the web answer and is it
 * the real one. The gateway itself is known to be in order here.
 */
final class External {

    /** Before anybody is blamed for what the direct way does: programs may have another. */
    private static final Step OTHER_WAY = ask("proxy-not-tried", Web::proxyNotTried).yes(conclude(TOOL_MISSING));

    private static final Step LOGIN_PAGE = ask("login-page-in-the-way", Web::loginPage).yes(conclude(CAPTIVE_PORTAL));

    /** Where the page that tells a login was not fetched, whoever sits in front of a browser has seen it. */
    private static final Step LOGIN_PAGE_SEEN = ask("login-page-in-the-way", Web::loginPage).yes(conclude(CAPTIVE_PORTAL))
        .unknown(askPerson(LOGIN_PAGE_SHOWN).yes(conclude(CAPTIVE_PORTAL)));

    private static final Step NEW_FLOWS = ask("new-flows-pass", Way::newFlowsPass).no(conclude(FLOWS_REFUSED));

    /** No way out of either family: who says so, or where does it end? */
    private static final Step WHY_NO_WAY_OUT = sequence(
        OTHER_WAY,
        ask("router-says-prohibited", Way::routerSaysProhibited).yes(
            ask("names-lead-astray", Names::someNameLeadsAstray).yes(LOGIN_PAGE), conclude(UPSTREAM_FILTERED)),
        ask("packets-run-in-circles", Way::packetsRunInCircles).yes(conclude(UPSTREAM_LOOP)),
        ask("router-says-unreachable", Way::routerSaysUnreachable).yes(conclude(UPSTREAM_UNREACHABLE)),
        LOGIN_PAGE_SEEN,
        ask("network-offers-proxy", Web::networkOffersProxy).yes(conclude(PROXY_REQUIRED)),
        ask("all-targets-silent", Way::allTargetsFail).yes(conclude(UPSTREAM_SILENT)));

    /** No configured name server gives an answer. */
    private static final Step WHY_NO_ANSWER = sequence(
        ask("programs-resolve-names", Names::programsResolve).yes(note(DNS_SERVER_DEAD)).no(
            NEW_FLOWS,
            ask("name-server-is-this-computer", Names::serverIsThisComputer).yes(
                ask("stub-answers-for-itself", Names::stubAnswersForItself).no(conclude(DNS_STUB_DOWN))),
            ask("name-server-refuses-port", Names::portClosed).yes(conclude(DNS_PORT_CLOSED)),
            ask("name-server-answers-tcp", Names::answersOverTcp).yes(conclude(DNS_UDP_BLOCKED)),
            ask("name-servers-silent", Names::allSilent).yes(conclude(DNS_UNREACHABLE))));

    private static final Step LARGE_ANSWERS = ask("large-answers-fetched", Names::largeAnswersFetched).no(note(DNS_TCP_BLOCKED));

    /** Name servers answer, but none gives an address for names that exist. */
    private static final Step WHY_NO_ADDRESS = ask("answers-cut-short", Names::allTruncated).yes(LARGE_ANSWERS, pass()).no(
        ask("name-server-refuses-us", Names::allRefuse).yes(conclude(DNS_REFUSED)),
        ask("name-server-fails", Names::allFailToLookUp).yes(conclude(DNS_SERVER_FAILURE)),
        ask("name-server-gives-addresses", Names::anyAddressGiven).yes(LOGIN_PAGE),
        ask("name-server-lies", Names::allWrong).yes(conclude(DNS_WRONG_ANSWERS)));

    private static final Step NAMES = sequence(
        ask("name-server-configured", e -> e.by("resolver-config").allPassed()).no(
            ask("programs-resolve-all-the-same", Names::programsResolveAllTheSame).no(conclude(DNS_NOT_CONFIGURED))),
        ask("a-name-server-replies", Names::anyReplies).no(WHY_NO_ANSWER),
        ask("existing-names-found", Names::anyFound).no(WHY_NO_ADDRESS),
        ask("unknown-names-stay-unknown", Names::unknownStayUnknown).no(
            LOGIN_PAGE,
            ask("every-name-leads-to-one-address", Names::everyNameLeadsToOneAddress).yes(conclude(DNS_WRONG_ANSWERS)).no(note(DNS_HIJACKED))),
        ask("every-name-server-replies", Names::everyReplies).no(note(DNS_SERVER_DEAD)),
        ask("name-server-quick", Names::quick).no(note(DNS_SLOW)),
        LARGE_ANSWERS);

    /** No known site opens directly. */
    private static final Step WHY_NO_SITE_OPENS = sequence(
        OTHER_WAY,
        LOGIN_PAGE_SEEN,
        NEW_FLOWS,
        ask("proxy-answers", Web::proxyAnswers).no(conclude(PROXY_UNREACHABLE)),
        ask("network-offers-proxy", Web::networkOffersProxy).yes(conclude(PROXY_REQUIRED)),
        ask("port-443-shut-everywhere", Web::port443ShutEverywhere).yes(conclude(HTTPS_BLOCKED)),
        ask("certificates-out-of-date", Web::certificatesOutOfDate).yes(
            ask("clock-differs", Web::clockDiffers).yes(conclude(CLOCK_WRONG)).unknown(
                askPerson(CLOCK_RIGHT).no(conclude(CLOCK_WRONG)).unknown(conclude(CLOCK_WRONG)))),
        ask("name-server-misleads", Web::nameServerMisleads).yes(conclude(DNS_WRONG_ANSWERS)),
        ask("one-unknown-issuer", Web::oneUnknownIssuer).yes(note(TLS_INTERCEPTED)).no(
            ask("port-443-closed-or-reset", Web::port443Closed).yes(conclude(HTTPS_BLOCKED)),
            ask("handshakes-fail", Web::handshakesFail).yes(conclude(TLS_FAILED)),
            ask("certificates-invalid", Web::certificatesInvalid).yes(note(CERTIFICATE_INVALID))));

    private static final Step WEB = sequence(
        LOGIN_PAGE,
        ask("large-packets-vanish", Way::largePacketsVanish).yes(conclude(PATH_MTU_BLACK_HOLE)),
        ask("a-site-opens", Web::anySiteOpens).no(WHY_NO_SITE_OPENS).yes(
            ask("proxy-answers", Web::proxyAnswers).no(conclude(PROXY_UNREACHABLE)),
            ask("every-certificate-valid", Web::everyCertificateValid).no(note(CERTIFICATE_INVALID)),
            ask("plain-web-works", Web::plainWebWorks).no(note(HTTP_BLOCKED))));

    private static final Step QUALITY = sequence(
        ask("path-loses-packets", Way::losesPackets).yes(note(PATH_LOSSY), pass()),
        ask("path-quick", Way::quick).no(note(PATH_SLOW)));

    /** What is measured below goes by IPv4 where there is any; with that dead, only IPv6 would carry it. */
    private static final Step IPV4 = ask("ipv4-works", Way::ipv4Works).no(
        ask("ipv6-works", Way::ipv6Works).yes(note(IPV4_BROKEN), pass()));

    private static final Step REMARKS = sequence(
        ask("ipv6-works", Way::ipv6Works).no(note(IPV6_BROKEN)),
        ask("ping-passes", Way::pingPasses).no(note(ICMP_FILTERED)),
        ask("every-target-answers", Way::everyTargetAnswers).no(note(TARGET_DOWN)));

    static final Node TREE = tree(
        ask("proxy-opens-sites", Web::proxyOpensSites).yes(pass()),
        ask("proxy-wants-password", Web::proxyWantsPassword).yes(note(PROXY_AUTH_REQUIRED), pass()),
        ask("anything-beyond-gateway-answers", Way::anythingAnswers).no(WHY_NO_WAY_OUT),
        IPV4, QUALITY, NAMES, WEB, REMARKS);

    private External() { }
}
