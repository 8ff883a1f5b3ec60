package org.faultline.host.exchange;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** A set of trusted authorities, asked by name so that nothing has to be read that is not needed. */
interface Anchors {

    /** Authorities of this subject; several when keys were changed. */
    List<X509Certificate> named(X500Principal subject);

    static Anchors of(List<X509Certificate> given) {
        return subject -> given.stream().filter(anchor -> anchor.getSubjectX500Principal().equals(subject)).toList();
    }
}
