package org.faultline.host;

import java.util.Optional;
import org.faultline.model.Cause;

/**
 * How one network call ended, whatever its kind.
 *
 * @param cause {@link Cause#NONE} when it succeeded
 * @param errno what the kernel said; {@link Errno#NONE} when it said nothing, as in silence
 * @param icmp  the ICMP error behind it and who sent it, where one arrived
 */
public record Failure(Cause cause, Errno errno, Optional<IcmpError> icmp) {

    public static final Failure NONE = new Failure(Cause.NONE, Errno.NONE, Optional.empty());

    /** Silence until the timeout. */
    public static final Failure NO_REPLY = new Failure(Cause.NO_REPLY, Errno.NONE, Optional.empty());

    public static Failure of(Cause cause) {
        return new Failure(cause, Errno.NONE, Optional.empty());
    }

    /** The failure this errno usually means for a connect or send. */
    public static Failure of(Errno errno) {
        return new Failure(errno.usualCause(), errno, Optional.empty());
    }

    public boolean none() {
        return cause == Cause.NONE;
    }
}
