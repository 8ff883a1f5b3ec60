package org.faultline.lab.kernel;

/** This machine does not allow the lab to make a certain case; the case is skipped, and said to be. */
public final class NotPossibleHere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotPossibleHere(String reason) {
        super(reason);
    }
}
