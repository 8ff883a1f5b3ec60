package org.faultline.lab.kernel;

/** The lab itself could not do what a case asked for: never a verdict about the program under test. */
public final class LabFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LabFailure(String message) {
        super(message);
    }

    public LabFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
