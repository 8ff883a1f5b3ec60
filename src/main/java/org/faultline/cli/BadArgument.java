package org.faultline.cli;

/** What a person asked for cannot be done; the message says what, and what would be right. */
final class BadArgument extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadArgument(String message) {
        super(message);
    }
}
