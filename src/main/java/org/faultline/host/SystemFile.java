package org.faultline.host;

/** The configuration files that decide about names; where they lie is the implementation's business. */
public enum SystemFile {
    /** {@code /etc/hosts}, on Windows {@code drivers\etc\hosts}. */
    HOSTS,
    /** {@code /etc/nsswitch.conf}; does not exist outside Unix. */
    NAME_SERVICE_SWITCH
}
