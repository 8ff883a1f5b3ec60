package org.faultline.lab.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.faultline.lab.kernel.LabFailure;

/** A certificate authority of the lab (RFC 5280): issues what a good, careless or hostile site would show. */
public final class Authority {
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    /** Sites share certificates: with its many names a real server's first flight fills three packets, and so does ours. */
    private static final int NEIGHBOURS = 90;
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";

    private final String name;
    private final KeyPair keys = newKeys();
    private final AtomicLong serial = new AtomicLong(System.nanoTime() & 0xffff_ffffL);
    private final Certificate certificate;

    public Authority(String name, Instant now) {
        this.name = name;
        byte[] constraints = extension(BASIC_CONSTRAINTS, true, Der.sequence(Der.yes()));
        this.certificate = issue(name, keys, now.minus(Duration.ofDays(900)), now.plus(Duration.ofDays(900)), constraints);
    }

    /** The authority's own certificate, as a trust file. */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new LabFailure("cannot write the authority", e);
        }
    }

    /** What a server needs to show a certificate for these names or addresses, valid from until. */
    public SSLContext server(Instant from, Instant until, String... names) {
        KeyPair own = newKeys();
        List<byte[]> alternatives = new ArrayList<>();
        for (String each : names) {
            alternatives.add(Character.digit(each.charAt(0), 10) >= 0 || each.contains(":")
                ? Der.tagged(0x87, InetAddress.ofLiteral(each).getAddress())
                : Der.tagged(0x82, each.getBytes(StandardCharsets.US_ASCII)));
        }
        for (int i = 0; i < NEIGHBOURS; i++) {
            alternatives.add(Der.tagged(0x82, ("site-" + i + ".shared-hosting.example").getBytes(StandardCharsets.US_ASCII)));
        }
        byte[] san = extension(ALTERNATIVE_NAMES, false, Der.sequence(alternatives.toArray(byte[][]::new)));
        return context(own.getPrivate(), issue(names[0], own, from, until, san));
    }

    private SSLContext context(PrivateKey key, Certificate leaf) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            char[] password = "lab".toCharArray();
            store.load(null, password);
            store.setKeyEntry("site", key, password, new Certificate[] {leaf, certificate});
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), new TrustManager[0], new SecureRandom());
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new LabFailure("cannot make a TLS server", e);
        }
    }

    private Certificate issue(String subject, KeyPair subjectKeys, Instant from, Instant until, byte[] extension) {
        byte[] algorithm = Der.sequence(Der.object(ECDSA_SHA256));
        byte[] body = Der.sequence(
            Der.tagged(0xa0, Der.integer(2)), Der.integer(serial.incrementAndGet()), algorithm, distinguished(name),
            Der.sequence(Der.time(from), Der.time(until)), distinguished(subject), subjectKeys.getPublic().getEncoded(),
            Der.tagged(0xa3, Der.sequence(extension)));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(body);
            byte[] whole = Der.sequence(body, algorithm, Der.bits(signature.sign()));
            return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException e) {
            throw new LabFailure("cannot issue a certificate for " + subject, e);
        }
    }

    private static byte[] distinguished(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.object(COMMON_NAME), Der.text(commonName))));
    }

    private static byte[] extension(String id, boolean critical, byte[] value) {
        return critical ? Der.sequence(Der.object(id), Der.yes(), Der.octets(value)) : Der.sequence(Der.object(id),
            Der.octets(value));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new LabFailure("cannot make keys", e);
        }
    }
}
