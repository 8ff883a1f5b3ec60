package org.faultline.json;

/** A document cannot be used; the message names the place and says what is wrong: {@code report.stages[2].id: …}. */
public final class BadJson extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BadJson(String place, String problem) {
        super(place + ": " + problem);
    }
}
