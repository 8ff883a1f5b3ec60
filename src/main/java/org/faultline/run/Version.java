package org.faultline.run;

/** The version of this program, as reports and {@code --version} carry it. */
public final class Version {

    /** The same as in pom.xml; a test compares them. */
    public static final String CURRENT = "0.1.0";

    private Version() { }
}
