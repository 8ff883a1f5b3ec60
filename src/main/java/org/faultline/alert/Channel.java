package org.faultline.alert;

/** One way to tell somebody. */
public interface Channel extends AutoCloseable {

    /** Takes the alert and returns at once; telling it may take a while. */
    void tell(Alert alert);

    /** Ends, within two seconds; what could not be told until then is lost. */
    @Override
    void close();
}
