package org.faultline.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.faultline.host.ProxySetting;
import org.faultline.host.Reading;
import org.faultline.model.Stage;

/** Opens the known sites through the configured proxy, as programs here are told to. Nothing where none is configured. */
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
        return situation.targets().https().stream().flatMap(site -> External.proxyFor(situation, site).stream()
            .map(proxy -> (Task) recorder -> measure(situation, site, proxy, recorder))).toList();
    }

    private static void measure(Situation situation, URI site, ProxySetting proxy, Recorder recorder) {
        Recorder.Measurement measurement = recorder.begin(site.getHost()).value("proxy", proxy.host() + ":" + proxy.port())
            .value("configuredBy", proxy.source());
        switch (External.locate(situation, proxy.host())) {
            case Reading.Unknown<InetAddress> unknown -> measurement.value("step", "proxy").failed(unknown.cause(), unknown.detail(), unknown.method());
            case Reading.Known<InetAddress>(InetAddress address, String _) -> Https.handshake(situation, site,
                InetSocketAddress.createUnresolved(site.getHost(), External.port(site)),
                Optional.of(new InetSocketAddress(address, proxy.port())), measurement);
        }
    }
}
