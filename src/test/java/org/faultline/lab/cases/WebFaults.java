package org.faultline.lab.cases;

import static org.faultline.lab.cases.Case.fault;
import static org.faultline.model.Fault.CAPTIVE_PORTAL;
import static org.faultline.model.Fault.CERTIFICATE_INVALID;
import static org.faultline.model.Fault.CLOCK_WRONG;
import static org.faultline.model.Fault.HTTPS_BLOCKED;
import static org.faultline.model.Fault.HTTP_BLOCKED;
import static org.faultline.model.Fault.PROXY_AUTH_REQUIRED;
import static org.faultline.model.Fault.PROXY_REQUIRED;
import static org.faultline.model.Fault.PROXY_UNREACHABLE;
import static org.faultline.model.Fault.TLS_FAILED;
import static org.faultline.model.Fault.TLS_INTERCEPTED;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.faultline.lab.net.Credentials;
import org.faultline.lab.net.Lab;
import org.faultline.lab.net.Plan;
import org.faultline.lab.server.Answers;
import org.faultline.lab.server.Handshake;
import org.faultline.lab.server.Pages;

/** The fifth stage, third part: portals, the web, certificates, proxies. */
final class WebFaults {
    private static final String PROXY_URL = "http://" + Plan.PROXY + ":" + Plan.PROXY_PORT;

    private WebFaults() {
    }

    static List<Case> all() {
        List<Case> all = new ArrayList<>(portals());
        all.addAll(blocked());
        all.addAll(certificates());
        all.addAll(proxies());
        return all;
    }

    private static List<Case> portals() {
        return List.of(
            fault(CAPTIVE_PORTAL, "redirects", Speed.ANSWERED,
                lab -> portal(lab, Pages.redirect(lab.clock(), "http://" + Plan.GATEWAY + "/login"), "reject with tcp reset")),
            fault(CAPTIVE_PORTAL, "login-page-as-answer", Speed.ANSWERED, lab -> portal(lab, Pages.loginForm(lab.clock()),
                "drop")),
            fault(CAPTIVE_PORTAL, "by-names", Speed.ANSWERED, lab -> {
                lab.router().answering(Answers.everything(Plan.address(Plan.GATEWAY), Plan.address("2a02:77:1::1")));
                Pages login = Pages.redirect(lab.clock(), "http://" + Plan.GATEWAY + "/login");
                lab.router().doors().listen(Plan.address("::"), 80, login::serve);
                lab.router().rejectForwarded("", "icmpx admin-prohibited");
            }),
            fault(CAPTIVE_PORTAL, "open-to-names-only", Speed.ANSWERED, lab -> {
                portal(lab, Pages.redirect(lab.clock(), "https://login.hotel.example/"), "drop");
                lab.router().filter("forward", "meta l4proto { icmp, icmpv6 } drop");
            }));
    }

    private static List<Case> blocked() {
        return List.of(
            fault(HTTP_BLOCKED, "port-dropped", Speed.SILENT, lab -> lab.router().dropForwarded("tcp dport 80")),
            fault(HTTP_BLOCKED, "port-rejected", Speed.ANSWERED, lab -> lab.router().rejectForwarded("tcp dport 80",
                "tcp reset")),
            fault(HTTP_BLOCKED, "hangs", Speed.STALL, lab -> lab.internet().pages(Pages.hang())),
            fault(HTTP_BLOCKED, "server-error", Speed.ANSWERED,
                lab -> lab.internet().pages(Pages.status(lab.clock(), "503 Service Unavailable", ""))),
            fault(HTTPS_BLOCKED, "port-dropped", Speed.SILENT, lab -> lab.router().dropForwarded("tcp dport 443")),
            fault(HTTPS_BLOCKED, "port-rejected", Speed.ANSWERED, lab -> lab.router().rejectForwarded("tcp dport 443",
                "tcp reset")),
            fault(HTTPS_BLOCKED, "reset-after-hello", Speed.ANSWERED, lab -> lab.internet().allHandshakes(Handshake.reset())),
            fault(TLS_FAILED, "stall", Speed.STALL, lab -> lab.internet().allHandshakes(Handshake.stall())),
            fault(TLS_FAILED, "plain-text", Speed.ANSWERED, lab -> lab.internet().allHandshakes(Handshake.plainText())),
            fault(TLS_FAILED, "alert", Speed.ANSWERED, lab -> lab.internet().allHandshakes(Handshake.alert())));
    }

    private static List<Case> certificates() {
        return List.of(
            fault(TLS_INTERCEPTED, "all-sites", Speed.ANSWERED, lab -> {
                Credentials credentials = lab.internet().credentials();
                Plan.zone().keySet().forEach(site -> lab.internet().certificate(site, credentials.intercepted(site)));
            }),
            fault(CERTIFICATE_INVALID, "expired-at-one-site", Speed.ANSWERED,
                lab -> lab.internet().certificate("example.com", lab.internet().credentials().expired("example.com"))),
            fault(CERTIFICATE_INVALID, "other-host-at-one-site", Speed.ANSWERED,
                lab -> lab.internet().certificate("example.org", lab.internet().credentials().forHost("shop.example.edu"))),
            fault(CERTIFICATE_INVALID, "untrusted-at-one-site", Speed.ANSWERED,
                lab -> lab.internet().certificate("example.org", lab.internet().credentials().intercepted("example.org"))),
            fault(CLOCK_WRONG, "ours-is-behind", Speed.ANSWERED, lab -> world(lab, Duration.ofDays(365))),
            fault(CLOCK_WRONG, "ours-is-ahead", Speed.ANSWERED, lab -> world(lab, Duration.ofDays(-365))));
    }

    private static List<Case> proxies() {
        return List.of(
            fault(PROXY_UNREACHABLE, "refused", Speed.ANSWERED, lab -> {
                lab.provider().ip("addr add " + Plan.PROXY + "/32 dev lo");
                useProxy(lab);
            }),
            fault(PROXY_UNREACHABLE, "silent", Speed.SILENT, lab -> {
                lab.proxy();
                lab.provider().filter("input", "tcp dport " + Plan.PROXY_PORT + " drop");
                useProxy(lab);
            }),
            fault(PROXY_AUTH_REQUIRED, "407", Speed.ANSWERED, lab -> {
                lab.proxy().demandPassword();
                useProxy(lab);
            }),
            fault(PROXY_REQUIRED, "announced-by-wpad", Speed.ANSWERED, lab -> {
                lab.proxy();
                lab.host().resolvConf("nameserver " + Plan.GATEWAY + "\nsearch lan\n");
                lab.router().answering(lab.router().dns().manner().knowing("wpad.lan", Plan.address(Plan.PROXY)));
                webOnlyThroughProxy(lab);
            }));
    }

    /** Port 80 leads to the portal's own server, port 443 does not pass. */
    private static void portal(Lab lab, Pages pages, String fateOfHttps) {
        lab.router().doors().listen(Plan.address("::"), 8080, pages::serve);
        lab.router().nat("prerouting", "iifname lan0 tcp dport 80 redirect to :8080");
        lab.router().filter("forward", "tcp dport 443 " + fateOfHttps);
    }

    /** All sites and their clocks live at another date than this computer. */
    private static void world(Lab lab, Duration ahead) {
        Clock there = Clock.offset(lab.clock(), ahead);
        lab.internet().pages(Pages.site(there));
        Plan.zone().keySet().forEach(site ->
            lab.internet().certificate(site, lab.internet().credentials().validAround(site, there.instant())));
    }

    static void useProxy(Lab lab) {
        lab.launch().environment("http_proxy", PROXY_URL).environment("https_proxy", PROXY_URL);
    }

    /** The router lets the web pass to the proxy only, and says so. */
    static void webOnlyThroughProxy(Lab lab) {
        lab.router().filter("forward", "ip daddr " + Plan.PROXY + " accept",
            "tcp dport { 80, 443 } reject with icmpx admin-prohibited");
    }
}
