package org.faultline.host.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * Authorities in a key store, loaded at the first question: Java's own, and those of Windows and macOS.
 * Empty if it cannot be read.
 */
final class KeyStoreAnchors implements Anchors {

    private final Opening opening;
    private Optional<Anchors> loaded = Optional.empty();

    @FunctionalInterface
    private interface Opening {
        KeyStore open() throws GeneralSecurityException, IOException;
    }

    private KeyStoreAnchors(Opening opening) {
        this.opening = opening;
    }

    static KeyStoreAnchors ofJava() {
        return new KeyStoreAnchors(() ->
            KeyStore.getInstance(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts").toFile(), (char[]) null));
    }

    /**
     * @param type {@code Windows-ROOT}, {@code KeychainStore-ROOT} (Apple's own) or {@code KeychainStore} (those that the user or the
     *             company trusts; Java lists no others as certificate entries); a Java that does not know it has no such authorities
     */
    static KeyStoreAnchors ofSystem(String type) {
        return new KeyStoreAnchors(() -> {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            return store;
        });
    }

    @Override
    public synchronized List<X509Certificate> named(X500Principal subject) {
        if (loaded.isEmpty()) {
            loaded = Optional.of(Anchors.of(load()));
        }
        return loaded.get().named(subject);
    }

    private List<X509Certificate> load() {
        List<X509Certificate> found = new ArrayList<>();
        try {
            KeyStore store = opening.open();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias) && store.getCertificate(alias) instanceof X509Certificate authority) {
                    found.add(authority);
                }
            }
        } catch (GeneralSecurityException | IOException _) {
            // Not there or not readable: nobody is trusted by it; the other sources stay.
        }
        return found;
    }
}
