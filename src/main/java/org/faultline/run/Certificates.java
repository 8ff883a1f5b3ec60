package org.faultline.run;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.faultline.json.Place;

/** Reads the certificates of a PEM (RFC 7468) or DER file. */
final class Certificates {

    private Certificates() { }

    /** @param place where the file is named, for messages */
    static List<X509Certificate> read(byte[] file, Place place) {
        try {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(file)).stream().map(X509Certificate.class::cast).toList();
            if (found.isEmpty()) {
                throw place.refuse(place + " holds no certificate");
            }
            return found;
        } catch (CertificateException e) {
            throw place.refuse(place + " is no file of PEM certificates (-----BEGIN CERTIFICATE-----)");
        }
    }
}
