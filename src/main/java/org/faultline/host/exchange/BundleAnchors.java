package org.faultline.host.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * The system's authorities in one PEM file (RFC 7468). Read at the first question, decoded but not parsed: an authority is parsed
 * only if its bytes contain the name asked for. That is 8 ms for 144 authorities in a cold program, a key store takes 40.
 */
final class BundleAnchors implements Anchors {

    /** Debian, Ubuntu, Arch; Fedora; openSUSE; Alpine, macOS, BSD. */
    static final List<Path> USUAL = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"),
        Path.of("/etc/pki/tls/certs/ca-bundle.crt"), Path.of("/etc/ssl/ca-bundle.pem"), Path.of("/etc/ssl/cert.pem"));

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final List<Path> paths;
    private Optional<List<byte[]>> encoded = Optional.empty();

    /** @param paths the first that can be read counts */
    BundleAnchors(List<Path> paths) {
        this.paths = paths;
    }

    @Override
    public List<X509Certificate> named(X500Principal subject) {
        byte[] name = subject.getEncoded();
        return encoded().stream().filter(der -> contains(der, name)).flatMap(der -> parsed(der).stream())
            .filter(anchor -> anchor.getSubjectX500Principal().equals(subject)).toList();
    }

    /** The first authority in the file. */
    Optional<X509Certificate> any() {
        return encoded().stream().flatMap(der -> parsed(der).stream()).findFirst();
    }

    private synchronized List<byte[]> encoded() {
        if (encoded.isEmpty()) {
            encoded = Optional.of(paths.stream().map(BundleAnchors::text).flatMap(Optional::stream).findFirst()
                .map(BundleAnchors::blocks).orElse(List.of()));
        }
        return encoded.get();
    }

    private static Optional<String> text(Path path) {
        try (InputStream file = Files.newInputStream(path)) {
            return Optional.of(new String(file.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    static List<byte[]> blocks(String pem) {
        List<byte[]> blocks = new ArrayList<>();
        for (int begin = pem.indexOf(BEGIN); begin >= 0; begin = pem.indexOf(BEGIN, begin + BEGIN.length())) {
            int end = pem.indexOf(END, begin);
            if (end > 0) {
                decoded(pem.substring(begin + BEGIN.length(), end)).ifPresent(blocks::add);
            }
        }
        return blocks;
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<X509Certificate> parsed(byte[] der) {
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException _) {
            return Optional.empty();
        }
    }

    private static boolean contains(byte[] der, byte[] name) {
        for (int at = 0; at <= der.length - name.length; at++) {
            if (der[at] == name[0] && Arrays.equals(der, at, at + name.length, name, 0, name.length)) {
                return true;
            }
        }
        return false;
    }
}
