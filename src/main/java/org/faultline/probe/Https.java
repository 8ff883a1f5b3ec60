package org.faultline.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faultline.host.Reading;
import org.faultline.host.TlsReply;
import org.faultline.host.TlsRequest;
import org.faultline.model.Stage;

/** Opens a TLS connection to each known site, directly. Target: the host. Values: {@code step}, {@code protocol}, {@code issuer}… */
final class Https implements Probe {

    @Override
    public String name() {
        return "https";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return situation.targets().https().stream().map(site -> (Task) recorder -> {
            Recorder.Measurement measurement = recorder.begin(site.getHost());
            switch (External.locate(situation, site.getHost())) {
                case Reading.Unknown<InetAddress> unknown -> measurement.unknown(unknown);
                case Reading.Known<InetAddress>(InetAddress address, String _) -> {
                    measurement.value("address", address.getHostAddress());
                    TlsReply reply = handshake(situation, site, new InetSocketAddress(address, External.port(site)), Optional.empty(), measurement);
                    measurement.ended(reply.failure(), reply.method());
                }
            }
        }).toList();
    }

    /** One handshake, described in the measurement, which the caller ends. */
    static TlsReply handshake(Situation situation, URI site, InetSocketAddress address, Optional<InetSocketAddress> proxy,
                              Recorder.Measurement measurement) {
        TlsReply reply = situation.host().tls(new TlsRequest(site.getHost(), address, situation.targets().trust(), proxy,
            External.EXCHANGE_PATIENCE));
        measurement.value("step", reply.step().name().toLowerCase(Locale.ROOT)).milliseconds("tlsMs", reply.elapsed());
        if (!reply.protocol().isEmpty()) {
            measurement.value("protocol", reply.protocol());
        }
        if (!reply.alert().isEmpty()) {
            measurement.value("alert", reply.alert());
        }
        reply.certificate().ifPresent(certificate -> measurement.value("subject", certificate.subject()).value("issuer", certificate.issuer())
            .value("notBefore", certificate.notBefore().toString()).value("notAfter", certificate.notAfter().toString()));
        return reply;
    }
}
