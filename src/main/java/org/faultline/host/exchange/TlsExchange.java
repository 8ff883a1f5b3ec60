package org.faultline.host.exchange;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.faultline.host.Failure;
import org.faultline.host.TlsReply;
import org.faultline.host.TlsReply.Step;
import org.faultline.host.TlsRequest;
import org.faultline.model.Cause;

/**
 * One TLS handshake with a server, directly or through a proxy, and a judgement of its certificate. The engine works over a
 * {@link Wire}, so that a reset, an end, silence and an answer that is no TLS are told apart. Nothing else is contacted.
 */
public final class TlsExchange {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    /** What practically every server takes; fewer groups, fewer classes to load before the first packet. */
    private static final String[] GROUPS = {"x25519", "secp256r1", "secp384r1"};
    private static final int SHOWN_NAME_CHARACTERS = 512;

    private final Wire wire;
    private final InstantSource clock;
    private final List<Anchors> trust;

    /** Trusts what the system and Java trust. @param clock what certificates' dates are compared with */
    public TlsExchange(Wire wire, InstantSource clock) {
        this(wire, clock, List.of(new BundleAnchors(BundleAnchors.USUAL), KeyStoreAnchors.ofSystem("Windows-ROOT"),
            KeyStoreAnchors.ofSystem("KeychainStore-ROOT"), KeyStoreAnchors.ofSystem("KeychainStore"), KeyStoreAnchors.ofJava()));
    }

    TlsExchange(Wire wire, InstantSource clock, List<Anchors> trust) {
        this.wire = wire;
        this.clock = clock;
        this.trust = trust;
    }

    /** Step CONNECT is the TCP connection, to the proxy where there is one; step PROXY what the proxy then said. */
    public TlsReply handshake(TlsRequest request) {
        Deadline deadline = Deadline.in(request.timeout());
        return switch (wire.open(request.proxy().orElse(request.address()), deadline)) {
            case Wire.Opened.NotOpen(Failure failure) -> failed(failure, Step.CONNECT, deadline);
            case Wire.Opened.Open(Wire.Stream stream) -> {
                try (stream) {
                    yield tunnelled(request, stream, deadline);
                }
            }
        };
    }

    private TlsReply tunnelled(TlsRequest request, Wire.Stream stream, Deadline deadline) {
        if (request.proxy().isEmpty()) {
            return overStream(request, stream, new byte[0], deadline);
        }
        return switch (ProxyTunnel.ask(stream, request.serverName(), request.address().getPort(), deadline)) {
            case ProxyTunnel.Result.Refused(Failure failure) -> failed(failure, Step.PROXY, deadline);
            case ProxyTunnel.Result.Through(byte[] first) -> overStream(request, stream, first, deadline);
        };
    }

    private TlsReply overStream(TlsRequest request, Wire.Stream stream, byte[] first, Deadline deadline) {
        return shaken(request, stream, first, deadline).reply();
    }

    /** A handshake over a connection that is open already, and the conversation that may go on where it was complete. */
    Shaken shaken(TlsRequest request, Wire.Stream stream, byte[] first, Deadline deadline) {
        CertificateCapture capture = new CertificateCapture();
        SSLEngine engine;
        try {
            engine = engine(request.serverName(), request.address(), capture);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return new Shaken(failed(Failure.of(Cause.NOT_SUPPORTED), Step.HANDSHAKE, deadline), Optional.empty());
        }
        TlsConversation conversation =
            new TlsConversation(engine, capture, stream, new TlsRecords(stream, first, deadline), deadline);
        Failure failure = conversation.handshake();
        return failure.none() ? new Shaken(judged(request, conversation, deadline), Optional.of(conversation))
            : new Shaken(reply(failure, Step.HANDSHAKE, conversation, deadline), Optional.empty());
    }

    /** @param conversation complete, whoever the other side is */
    record Shaken(TlsReply reply, Optional<TlsConversation> conversation) { }

    private TlsReply judged(TlsRequest request, TlsConversation conversation, Deadline deadline) {
        if (conversation.chain().isEmpty()) {
            return reply(Failure.of(Cause.CERTIFICATE_UNTRUSTED), Step.CERTIFICATE, conversation, deadline);
        }
        List<Anchors> sources = new ArrayList<>(trust);
        sources.addFirst(Anchors.of(request.extraTrust()));
        Cause cause = new CertificateJudge(conversation.chain(), clock.instant()).judge(request.serverName(), sources);
        return cause == Cause.NONE
            ? reply(Failure.NONE, Step.DONE, conversation, deadline)
            : reply(Failure.of(cause), Step.CERTIFICATE, conversation, deadline);
    }

    private TlsReply reply(Failure failure, Step step, TlsConversation conversation, Deadline deadline) {
        Optional<TlsReply.Certificate> shown = conversation.chain().stream().findFirst().map(TlsExchange::shown);
        return new TlsReply(failure, step, conversation.protocol(), conversation.alert(), shown, deadline.elapsed(),
            wire.method());
    }

    private TlsReply failed(Failure failure, Step step, Deadline deadline) {
        return new TlsReply(failure, step, "", "", Optional.empty(), deadline.elapsed(), wire.method());
    }

    private static TlsReply.Certificate shown(X509Certificate certificate) {
        return new TlsReply.Certificate(
            Shown.of(certificate.getSubjectX500Principal().getName(), SHOWN_NAME_CHARACTERS),
            Shown.of(certificate.getIssuerX500Principal().getName(), SHOWN_NAME_CHARACTERS),
            certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
    }

    /** A context for each: a resumed session would show no certificate. */
    private static SSLEngine engine(String serverName, InetSocketAddress address, CertificateCapture capture)
        throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {capture}, null);
        SSLEngine engine = context.createSSLEngine(serverName, address.getPort());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setNamedGroups(GROUPS);
        if (Literals.address(serverName).isEmpty()) {
            parameters.setServerNames(List.of(new SNIHostName(serverName)));
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    /**
     * Loads what the first handshake of a program needs (about 200 ms cold, measured on two slow cores), for a background thread
     * at start. Sends nothing; a failure only means that the first handshake pays.
     */
    public static void warm() {
        try {
            SSLEngine engine = engine("localhost", new InetSocketAddress(443), new CertificateCapture());
            engine.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
            new BundleAnchors(BundleAnchors.USUAL).any().ifPresent(CertificateJudge::warm);
        } catch (GeneralSecurityException | SSLException _) {
            // The handshake itself will tell.
        }
    }
}
