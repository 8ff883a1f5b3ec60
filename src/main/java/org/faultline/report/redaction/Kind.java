package org.faultline.report.redaction;

import java.util.Locale;

/** What kind of private thing was found. */
public enum Kind {
    HOST, USER, MAC, ADDRESS, SSID, DOMAIN, CREDENTIALS, PATH, MAIL, INTERFACE,
    /** Words of a person or of another program that no rule can judge. */
    TEXT;

    /** The untranslated name, with which most tokens begin. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
