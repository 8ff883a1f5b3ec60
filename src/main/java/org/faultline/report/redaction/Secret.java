package org.faultline.report.redaction;

import java.util.Locale;

/**
 * One private thing, however it is spelt.
 *
 * @param canonical one spelling for all: lower case, short IPv6, MAC with colons
 * @param prefix    what its token begins with, such as {@code public-ipv4-}
 * @param suffix    what stands behind the number; may be empty
 */
record Secret(Kind kind, String canonical, String prefix, String suffix) {

    static Secret of(Kind kind, String text) {
        return new Secret(kind, text.toLowerCase(Locale.ROOT), kind.id() + "-", "");
    }
}
