package org.faultline.host.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;

/** Makes X.509 certificates (RFC 5280) with whatever is wrong with them that a test needs. */
final class TestCertificates {

    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final AtomicInteger SERIAL = new AtomicInteger(1);
    private static final byte[] ECDSA_WITH_SHA256 = tlv(0x30, hex("06082a8648ce3d040302"));

    private TestCertificates() { }

    /** @param chain its own certificate first */
    record Identity(KeyPair keys, List<X509Certificate> chain) {

        X509Certificate certificate() {
            return chain.getFirst();
        }

        /** Shows these instead of its own chain. */
        Identity showing(X509Certificate... others) {
            return new Identity(keys, List.of(others));
        }

        /** Shows the chain as it is, however wrong: a key store would refuse it. */
        SSLContext serverContext() throws Exception {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new OneKey(this)}, null, null);
            return context;
        }
    }

    private static final class OneKey extends X509ExtendedKeyManager {

        private final Identity identity;

        OneKey(Identity identity) {
            this.identity = identity;
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return keyType.startsWith("EC") ? "own" : null;
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[] {"own"};
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return identity.chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return identity.keys().getPrivate();
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            throw new UnsupportedOperationException("a server");
        }
    }

    /** @param extension complete DER of extra extensions, may be empty */
    record Wish(String name, Instant from, Instant to, boolean authority, List<String> dnsNames, String addressHex,
        byte[] extension) {

        static Wish server(String... dnsNames) {
            return new Wish("server", NOW.minusSeconds(86_400), NOW.plusSeconds(86_400), false, List.of(dnsNames), "",
                new byte[0]);
        }

        static Wish authority(String name) {
            return new Wish(name, NOW.minusSeconds(864_000), NOW.plusSeconds(864_000), true, List.of(), "", new byte[0]);
        }

        Wish between(Instant from, Instant to) {
            return new Wish(name, from, to, authority, dnsNames, addressHex, extension);
        }

        Wish at(String addressHex) {
            return new Wish(name, from, to, authority, dnsNames, addressHex, extension);
        }

        /** Extended key usage clientAuth only. */
        Wish forClients() {
            return new Wish(name, from, to, authority, dnsNames, addressHex,
                tlv(0x30, hex("0603551d25"), tlv(0x04, tlv(0x30, hex("06082b06010505070302")))));
        }
    }

    static Identity selfSigned(Wish wish) throws Exception {
        KeyPair keys = keys();
        return new Identity(keys, List.of(certificate(wish, wish.name(), keys, keys)));
    }

    /** Its chain shows the issuers, without the topmost. */
    static Identity signed(Wish wish, Identity issuer) throws Exception {
        KeyPair keys = keys();
        X509Certificate own = certificate(wish, commonName(issuer.certificate()), keys, issuer.keys());
        List<X509Certificate> chain = new ArrayList<>(List.of(own));
        issuer.chain().stream().filter(it -> !it.getSubjectX500Principal().equals(it.getIssuerX500Principal()))
            .forEach(chain::add);
        return new Identity(keys, List.copyOf(chain));
    }

    private static String commonName(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName().substring(3);
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(Wish wish, String issuer, KeyPair keys, KeyPair issuerKeys) throws Exception {
        byte[] body = tlv(0x30, hex("a003020102"), tlv(0x02, BigInteger.valueOf(SERIAL.getAndIncrement()).toByteArray()),
            ECDSA_WITH_SHA256, name(issuer), tlv(0x30, time(wish.from()), time(wish.to())), name(wish.name()),
            keys.getPublic().getEncoded(), tlv(0xA3, tlv(0x30, extensions(wish))));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(issuerKeys.getPrivate());
        signature.update(body);
        byte[] der = tlv(0x30, body, ECDSA_WITH_SHA256, tlv(0x03, new byte[1], signature.sign()));
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static byte[] extensions(Wish wish) {
        byte[] basic = tlv(0x30, hex("0603551d13"), hex("0101ff"),
            tlv(0x04, tlv(0x30, wish.authority() ? hex("0101ff") : new byte[0])));
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        wish.dnsNames().forEach(name -> names.writeBytes(tlv(0x82, name.getBytes(StandardCharsets.US_ASCII))));
        if (!wish.addressHex().isEmpty()) {
            names.writeBytes(tlv(0x87, hex(wish.addressHex())));
        }
        byte[] alternative = names.size() == 0 ? new byte[0]
            : tlv(0x30, hex("0603551d11"), tlv(0x04, tlv(0x30, names.toByteArray())));
        return concat(basic, alternative, wish.extension());
    }

    private static byte[] name(String commonName) {
        return tlv(0x30, tlv(0x31, tlv(0x30, hex("0603550403"), tlv(0x0C, commonName.getBytes(StandardCharsets.UTF_8)))));
    }

    private static byte[] time(Instant instant) {
        return tlv(0x18, DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC).format(instant)
            .getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] tlv(int tag, byte[]... parts) {
        byte[] content = concat(parts);
        byte[] length = content.length < 128 ? new byte[] {(byte) content.length}
            : content.length < 256 ? new byte[] {(byte) 0x81, (byte) content.length}
            : new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return concat(new byte[] {(byte) tag}, length, content);
    }
}
