package org.faultline.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a TLS handshake came and what the server showed.
 *
 * @param failure  NONE if complete and trusted; a certificate cause if complete but not trusted; PLAIN_TEXT, RESET, STALLED,
 *                 HANDSHAKE_FAILED (an alert), PROXY_AUTH_REQUIRED, or what the connect itself returned
 * @param step     the step that failed
 * @param protocol such as {@code TLSv1.3}; empty if none was agreed
 * @param alert    name of the alert received, else empty
 * @param certificate the server's own certificate, where one was shown
 */
public record TlsReply(Failure failure, Step step, String protocol, String alert, Optional<Certificate> certificate,
                       Duration elapsed, String method) {

    public enum Step { CONNECT, PROXY, HANDSHAKE, CERTIFICATE, DONE }

    /** @param issuer distinguished name, escaped; likewise {@code subject} */
    public record Certificate(String subject, String issuer, Instant notBefore, Instant notAfter) { }
}
