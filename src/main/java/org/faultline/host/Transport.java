package org.faultline.host;

import java.util.Locale;

/** The transport protocol of a probe. */
public enum Transport {
    TCP, UDP;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
