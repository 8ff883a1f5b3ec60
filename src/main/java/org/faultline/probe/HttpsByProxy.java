package org.faultline.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.faultline.host.ProxySetting;
import org.faultline.host.Reading;
import org.faultline.host.TlsReply;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * Opens the known sites through the configured proxy, as programs here are told to. Nothing where none is configured; not measured where
 * programs know more than we do: the outcome of a proxy script, or the password, which we never use.
 */
final class HttpsByProxy implements Probe {

    @Override
    public String name() {
        return "https-by-proxy";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return situation.targets().https().stream().map(site -> (Task) recorder -> {
            Optional<ProxySetting> proxy = External.proxyFor(situation, site);
            if (proxy.isPresent()) {
                measure(situation, site, proxy.get(), recorder);
            } else {
                External.foreignProxy(situation).ifPresent(foreign -> recorder.begin(site.getHost()).value("configuredBy", foreign.source())
                    .unknown(Cause.NOT_SUPPORTED, foreign.scheme(), "configuration"));
            }
        }).toList();
    }

    private static void measure(Situation situation, URI site, ProxySetting proxy, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(site.getHost()).value("proxy", proxy.host() + ":" + proxy.port())
            .value("configuredBy", proxy.source());
        switch (External.locate(situation, proxy.host())) {
            case Reading.Unknown<InetAddress> unknown -> measurement.value("step", "proxy").failed(unknown.cause(), unknown.detail(), unknown.method());
            case Reading.Known<InetAddress>(InetAddress address, String _) -> {
                TlsReply reply = Https.handshake(situation, site, InetSocketAddress.createUnresolved(site.getHost(), External.port(site)),
                    Optional.of(new InetSocketAddress(address, proxy.port())), measurement);
                if (reply.failure().cause() == Cause.PROXY_AUTH_REQUIRED && proxy.credentials()) {
                    measurement.unknown(Cause.NOT_PERMITTED, "password not used", reply.method());
                } else {
                    measurement.ended(reply.failure(), reply.method());
                }
            }
        }
    }
}
