package org.faultline.host.exchange;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a certificate is for a name (RFC 9525): subject alternative names only, a wildcard for one whole leftmost label. */
final class ServerNames {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private ServerNames() { }

    static boolean match(X509Certificate certificate, String serverName) {
        Optional<InetAddress> address = Literals.address(serverName);
        return names(certificate).stream().anyMatch(entry -> entry.size() >= 2 && entry.get(1) instanceof String name
            && (entry.get(0).equals(DNS_NAME) && address.isEmpty() && matches(name, serverName)
                || entry.get(0).equals(IP_ADDRESS) && address.isPresent() && Literals.address(name).equals(address)));
    }

    static boolean matches(String pattern, String serverName) {
        String wanted = plain(serverName);
        String offered = plain(pattern);
        int dot = wanted.indexOf('.');
        return offered.startsWith("*.")
            ? dot > 0 && offered.indexOf('.', 2) > 0 && wanted.substring(dot).equals(offered.substring(1))
            : wanted.equals(offered);
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Collection<List<?>> names(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
        } catch (CertificateParsingException _) {
            return List.of();
        }
    }
}
