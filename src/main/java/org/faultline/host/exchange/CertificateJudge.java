package org.faultline.host.exchange;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.faultline.model.Cause;

/**
 * Says what is wrong with a server's certificate, the plainest reason first: 1. its own dates, 2. who vouches for it (RFC 5280),
 * 3. the name. No network: neither revocation nor missing intermediates are fetched. For one certificate.
 */
final class CertificateJudge {

    private static final int LONGEST_PATH = 8;
    /** A hostile chain of ten that all vouch for each other has thousands of paths; honest ones have one to four. */
    private static final int MOST_ATTEMPTS = 32;
    private static final Set<String> FOR_SERVERS = Set.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");

    private final List<X509Certificate> chain;
    private final Instant now;
    private int attempts;
    private Cause why = Cause.CERTIFICATE_UNTRUSTED;

    /** @param chain as shown, the server's own first; in any order after that */
    CertificateJudge(List<X509Certificate> chain, Instant now) {
        this.chain = List.copyOf(chain);
        this.now = now;
    }

    /** {@link Cause#NONE} or one of the certificate causes. */
    Cause judge(String serverName, List<Anchors> sources) {
        X509Certificate own = chain.getFirst();
        if (now.isAfter(own.getNotAfter().toInstant())) {
            return Cause.CERTIFICATE_EXPIRED;
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            return Cause.CERTIFICATE_NOT_YET_VALID;
        }
        if (!forServers(own)) {
            return Cause.CERTIFICATE_UNTRUSTED;
        }
        if (sources.stream().noneMatch(source -> anchored(List.of(own), source))) {
            return why;
        }
        return ServerNames.match(own, serverName) ? Cause.NONE : Cause.CERTIFICATE_WRONG_HOST;
    }

    /** Loads the classes of path validation by checking an authority against itself. */
    static void warm(X509Certificate authority) {
        new CertificateJudge(List.of(authority), authority.getNotBefore().toInstant()).valid(List.of(authority), authority);
    }

    private static boolean forServers(X509Certificate own) {
        try {
            return own.getExtendedKeyUsage() == null || own.getExtendedKeyUsage().stream().anyMatch(FOR_SERVERS::contains);
        } catch (CertificateParsingException _) {
            return false;
        }
    }

    /** Whether some way from the end of this path leads to an authority of this source. */
    private boolean anchored(List<X509Certificate> path, Anchors source) {
        X509Certificate last = path.getLast();
        if (path.size() == 1 && source.named(last.getSubjectX500Principal()).contains(last)) {
            return true;
        }
        for (X509Certificate anchor : source.named(last.getIssuerX500Principal())) {
            if (attempts++ < MOST_ATTEMPTS && valid(path, anchor)) {
                return true;
            }
        }
        for (X509Certificate issuer : chain) {
            if (path.size() < LONGEST_PATH && attempts++ < MOST_ATTEMPTS && !path.contains(issuer)
                && issuer.getSubjectX500Principal().equals(last.getIssuerX500Principal())
                    && anchored(with(path, issuer), source)) {
                return true;
            }
        }
        return false;
    }

    private boolean valid(List<X509Certificate> path, X509Certificate anchor) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX").validate(CertificateFactory.getInstance("X.509").generateCertPath(path),
                parameters);
            return true;
        } catch (CertPathValidatorException invalid) {
            why = switch (invalid.getReason()) {
                case BasicReason.EXPIRED -> Cause.CERTIFICATE_EXPIRED;
                case BasicReason.NOT_YET_VALID -> Cause.CERTIFICATE_NOT_YET_VALID;
                default -> why;
            };
            return false;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static List<X509Certificate> with(List<X509Certificate> path, X509Certificate next) {
        List<X509Certificate> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }
}
