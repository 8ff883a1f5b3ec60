package org.faultline.host;

import java.util.Optional;
import org.faultline.model.Cause;

/** A fact read from the machine, or why it could not be read. */
public sealed interface Reading<T> {

    /** How it was, or would have been, read: {@code rtnetlink}, {@code /proc/net/snmp}, {@code OSHI}, … */
    String method();

    record Known<T>(T known, String method) implements Reading<T> { }

    /** @param detail errno name or system words; may be empty */
    record Unknown<T>(Cause cause, String detail, String method) implements Reading<T> { }

    static <T> Reading<T> known(T value, String method) {
        return new Known<>(value, method);
    }

    static <T> Reading<T> unknown(Cause cause, String detail, String method) {
        return new Unknown<>(cause, detail, method);
    }

    default Optional<T> value() {
        return this instanceof Known<T>(T known, String _) ? Optional.of(known) : Optional.empty();
    }
}
