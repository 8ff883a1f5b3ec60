package org.faultline.probe.service;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faultline.host.Failure;
import org.faultline.host.HttpReply;
import org.faultline.host.HttpRequest;
import org.faultline.host.ProxySetting;
import org.faultline.host.Reading;
import org.faultline.host.TlsReply;
import org.faultline.host.TlsRequest;
import org.faultline.model.Cause;
import org.faultline.model.Stage;
import org.faultline.probe.Probe;
import org.faultline.probe.Recorder;
import org.faultline.probe.Situation;

/**
 * Whether programs that follow the proxy variables still get to the service. Browsers and Windows leave local names alone; command line
 * programs send even {@code http://localhost/} to the proxy unless {@code no_proxy} names it. Only asked of web services.
 * Values: {@code proxy}, {@code configuredBy}, {@code status}, {@code directStatus}.
 */
record TargetByProxy(ServiceTarget target) implements Probe {

    private static final Duration PATIENCE = Duration.ofMillis(1_700);

    /** RFC 9110, 15.5.8. */
    private static final int AUTHENTICATION_REQUIRED = 407;

    @Override
    public String name() {
        return "service-by-proxy";
    }

    @Override
    public Stage stage() {
        return Stage.SERVICE;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            boolean secured = target.secured().orElse(false);
            Optional<ProxySetting> proxy = situation.proxies().value().stream().flatMap(List::stream)
                .filter(setting -> setting.source().startsWith("environment") && setting.scheme().equals(secured ? "https" : "http"))
                .filter(setting -> setting.exceptions().stream().noneMatch(this::excepts)).findFirst();
            Recorder.Measurement seen = recorder.begin(target.shown());
            if (proxy.isEmpty()) {
                seen.skipped(Cause.NOT_CONFIGURED, "environment");
                return;
            }
            seen.value("proxy", proxy.get().host() + ":" + proxy.get().port()).value("configuredBy", proxy.get().source());
            switch (situation.addressesOf(proxy.get().host())) {
                case Reading.Known<List<InetAddress>>(List<InetAddress> found, String _) when !found.isEmpty() ->
                    ask(proxy.get(), new InetSocketAddress(found.getFirst(), proxy.get().port()), situation, seen);
                case Reading.Known<List<InetAddress>> known -> seen.failed(Cause.NO_DATA, "", known.method());
                case Reading.Unknown<List<InetAddress>> unknown -> seen.unknown(unknown);
            }
        });
    }

    private void ask(ProxySetting setting, InetSocketAddress proxy, Situation situation, Recorder.Measurement seen) {
        if (setting.scheme().equals("https")) {
            TlsReply reply = situation.host().tls(new TlsRequest(target.host(), InetSocketAddress.createUnresolved(target.host(), target.port()),
                situation.targets().trust(), Optional.of(proxy), PATIENCE));
            // What its certificate is worth is the same with and without the proxy.
            boolean through = reply.step() == TlsReply.Step.CERTIFICATE || reply.step() == TlsReply.Step.DONE;
            if (reply.failure().cause() == Cause.PROXY_AUTH_REQUIRED && setting.credentials()) {
                seen.unknown(Cause.PROXY_AUTH_REQUIRED, "", reply.method());
            } else {
                seen.ended(through ? Failure.NONE : reply.failure(), reply.method());
            }
        } else {
            compare(setting, get(proxy, true, situation), situation, seen);
        }
    }

    private Optional<HttpReply> direct(Situation situation) {
        return Where.addresses(situation, target).stream().map(address -> get(new InetSocketAddress(address, target.port()), false, situation))
            .filter(reply -> reply.failure().none()).findFirst();
    }

    private HttpReply get(InetSocketAddress address, boolean proxied, Situation situation) {
        String host = target.host().contains(":") ? "[" + target.host() + "]" : target.host();
        return situation.host().http(new HttpRequest(URI.create("http://" + host + ":" + target.port() + target.path()), address, proxied, PATIENCE));
    }

    /** Another answer than the direct one counts where a second direct request is answered as the first: many pages change by themselves. */
    private void compare(ProxySetting setting, HttpReply proxied, Situation situation, Recorder.Measurement seen) {
        Optional<HttpReply> direct = direct(situation);
        seen.value("status", proxied.status());
        direct.ifPresent(reply -> seen.value("directStatus", reply.status()));
        // We send no user name to the proxy: that it asks us for one says nothing of programs that do.
        if (proxied.status() == AUTHENTICATION_REQUIRED && setting.credentials()) {
            seen.unknown(Cause.PROXY_AUTH_REQUIRED, "", proxied.method());
        } else if (direct.isEmpty()) {
            seen.unknown(Cause.NOT_NEEDED, "", proxied.method());
        } else if (!proxied.failure().none()) {
            seen.ended(proxied.failure(), proxied.method());
        } else if (proxied.status() == direct.get().status()) {
            seen.passed(proxied.method());
        } else if (direct(situation).filter(again -> again.status() == direct.get().status()).isPresent()) {
            seen.failed(Cause.UNEXPECTED_STATUS, "HTTP " + proxied.status(), proxied.method());
        } else {
            seen.unknown(Cause.UNCLASSIFIED, "", proxied.method());
        }
    }

    /** As generously as any program reads it: the name, its ending, or everything. */
    private boolean excepts(String exception) {
        String bare = exception.strip().replaceFirst("^\\*?\\.", "").replaceAll("[\\[\\]]", "").replaceFirst(":[0-9]+$", "");
        boolean range = bare.startsWith("127.") && target.host().startsWith("127.");
        return bare.equals("*") || range || bare.equalsIgnoreCase(target.host()) || target.host().endsWith("." + bare) && !bare.isEmpty();
    }
}
