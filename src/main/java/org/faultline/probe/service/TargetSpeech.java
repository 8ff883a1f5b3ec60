package org.faultline.probe.service;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.host.ConversationReply;
import org.faultline.host.Listener;
import org.faultline.host.Reading;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Printable;
import org.faultline.model.Stage;
import org.faultline.probe.Ips;
import org.faultline.probe.Probe;
import org.faultline.probe.Recorder;
import org.faultline.probe.Situation;
import org.faultline.probe.ports.KnownPort;
import org.faultline.probe.ports.Reach;

/**
 * What the service says. Targets: the first address that connects, {@code certificate} and {@code who may connect}. Values: {@code protocol} ({@code silent},
 * {@code unknown} or a name), {@code words}, {@code secured}, {@code status} of HTTP, {@code expected}, {@code tried} (connections), and of
 * a certificate {@code subject}, {@code issuer}, {@code notAfter}, {@code trust}.
 */
record TargetSpeech(ServiceTarget target) implements Probe {

    /** Protocols of databases, stores and brokers; whatever their port, they are rarely meant for the network. */
    private static final List<Dialect> USUALLY_LOCAL =
        List.of(Dialect.MYSQL, Dialect.POSTGRESQL, Dialect.REDIS, Dialect.MONGODB, Dialect.AMQP);

    /**
     * Errors that complain of the request, or come from somebody in between, and say nothing of how the service is: not implemented and
     * version not supported (RFC 9110, 15.6.2 and 15.6.6), network authentication required (RFC 6585, 6).
     */
    private static final Set<Integer> NOT_ITS_OWN = Set.of(501, 505, 511);

    @Override
    public String name() {
        return "service-speech";
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
            for (InetAddress address : Where.addresses(situation, target)) {
                Recorder.Measurement seen = recorder.begin(target.at(address));
                Optional<Interview.Found> found = new Interview(situation, address, target, () -> queued(situation, address)).hold();
                if (found.isPresent()) {
                    record(found.get(), seen);
                    if (found.get().reply().secured()) {
                        certificate(found.get().reply(), recorder.begin("certificate"));
                    }
                    whoMayConnect(address, found.get().dialect(), situation, recorder.begin("who may connect"));
                    return;
                }
            }
            recorder.begin(target.shown()).skipped(Cause.NOT_NEEDED, "tcp-socket");
        });
    }

    private int queued(Situation situation, InetAddress address) {
        return !situation.isOwn(address) ? -1 : Where.listeners(situation, target).value().flatMap(all -> Where.covering(all, address)).map(Listener::queued).orElse(-1);
    }

    private void record(Interview.Found found, Recorder.Measurement seen) {
        boolean secured = found.reply().secured();
        String protocol = found.dialect().map(Dialect::shown).orElse(secured ? "TLS" : found.words().isEmpty() ? "silent" : "unknown");
        seen.value("protocol", protocol).value("words", Printable.of(found.words())).value("secured", secured).value("tried", found.tried());
        found.dialect().filter(dialect -> dialect == Dialect.HTTP).ifPresent(_ -> seen.value("status", status(found)));
        target.expected().ifPresent(dialect -> seen.value("expected", dialect.shown()));
        found.reply().certificate().ifPresent(certificate -> seen.value("subject", certificate.subject()).value("issuer", certificate.issuer())
            .value("notAfter", certificate.notAfter().toString()).value("trust", found.reply().trust().cause().id()));
        Cause wrong = wrongness(found);
        if (wrong == Cause.NONE) {
            seen.passed(found.reply().method());
        } else {
            seen.failed(wrong, "", found.reply().method());
        }
    }

    private static int status(Interview.Found found) {
        return Integer.parseInt(found.words().substring(0, 3));
    }

    /** Judged where encryption was asked for by a URL: a mere port does not say by what name its clients know it. */
    private void certificate(ConversationReply reply, Recorder.Measurement seen) {
        reply.certificate().ifPresent(certificate -> seen.value("subject", certificate.subject()).value("issuer", certificate.issuer())
            .value("notBefore", certificate.notBefore().toString()).value("notAfter", certificate.notAfter().toString()));
        seen.value("host", target.host());
        if (target.asksCertificate()) {
            seen.ended(reply.trust(), reply.method());
        } else {
            seen.skipped(Cause.NOT_NEEDED, reply.method());
        }
    }

    /** Silence is wrong only where something was to be expected; nobody picking up is wrong in any case. */
    private Cause wrongness(Interview.Found found) {
        if (found.ended() == Cause.NO_REPLY) {
            return target.expected().isPresent() || found.dialect().isPresent() ? Cause.NO_REPLY : Cause.NONE;
        }
        if (found.ended() != Cause.NONE) {
            return found.ended();
        }
        boolean secured = found.reply().secured();
        if (target.secured().filter(wanted -> wanted != secured).isPresent()) {
            return secured ? Cause.ENCRYPTED : found.dialect().equals(target.expected()) ? Cause.PLAIN_TEXT : Cause.OTHER_PROTOCOL;
        }
        boolean fits = target.expected().isEmpty() || found.dialect().equals(target.expected());
        boolean failing = target.asksPage() && found.dialect().equals(target.expected()) && status(found) >= 500 && !NOT_ITS_OWN.contains(status(found));
        return failing ? Cause.UNEXPECTED_STATUS : fits || secured && found.dialect().isEmpty() ? Cause.NONE : Cause.OTHER_PROTOCOL;
    }

    /** Our own table says nothing of who listens on another computer, whatever is open on the same port here. */
    private void whoMayConnect(InetAddress address, Optional<Dialect> dialect, Situation situation, Recorder.Measurement seen) {
        if (situation.isOwn(address)) {
            exposure(dialect, situation, seen);
        } else {
            seen.skipped(Cause.NOT_NEEDED, "configuration");
        }
    }

    private void exposure(Optional<Dialect> dialect, Situation situation, Recorder.Measurement seen) {
        switch (Where.listeners(situation, target)) {
            case Reading.Known<List<Listener>>(List<Listener> listeners, String method) -> {
                List<InetAddress> reachable = new ArrayList<>(listeners.stream().map(Listener::address)
                    .filter(address -> Reach.of(address) != Reach.THIS_COMPUTER).distinct().toList());
                seen.value("listens", listeners.stream().map(Listener::address).map(Ips::text).distinct().collect(Collectors.toList()));
                boolean local = dialect.filter(USUALLY_LOCAL::contains).isPresent()
                    || KnownPort.of(Transport.TCP, target.port()).filter(KnownPort::usuallyLocal).isPresent();
                if (listeners.isEmpty()) {
                    seen.unknown(Cause.NOT_SUPPORTED, "", method);
                } else if (local && !reachable.isEmpty()) {
                    seen.failed(Cause.EXPOSED, "", method);
                } else {
                    seen.passed(method);
                }
            }
            case Reading.Unknown<List<Listener>> unknown -> seen.unknown(unknown);
        }
    }
}
