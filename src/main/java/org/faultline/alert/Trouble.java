package org.faultline.alert;

import java.util.List;
import java.util.Locale;
import org.faultline.store.NotWritten;

/**
 * What went wrong, or right again, on the way to somebody who is to be told; {@link AlertWords} says it to people.
 *
 * @param values what its words name, in their order: text, numbers, a {@link Way}, a {@link NotWritten} or the trouble below it
 */
public record Trouble(Kind kind, List<Object> values) {

    public Trouble {
        values = List.copyOf(values);
    }

    static Trouble of(Kind kind, Object... values) {
        return new Trouble(kind, List.of(values));
    }

    /** Each with the values that its words name. */
    public enum Kind {
        /** The tools that were looked for. */
        NO_DESKTOP,
        /** Address, and what the system says. */
        CANNOT_LISTEN,
        /** A {@link NotWritten}. */
        METRICS_FILE,
        /** Way, how many wait at most, the text of the alert. */
        DROPPED,
        /** Way, how many. */
        NOT_DELIVERED,
        /** Way, why. */
        NOT_TOLD,
        /** What the program met. */
        NO_NOTIFICATION,
        /** What the program met. */
        COMMAND,
        /** Program, as it was named. */
        NO_PROGRAM,
        /** Program, and what the system says. */
        NO_REPORT,
        /** Program, and what the system says. */
        NOT_STARTED,
        /** Program, seconds. */
        TOO_LONG,
        /** Program, the code it ended with, and what it printed after a colon. */
        ENDED_WITH,
        /** Text of the alert. */
        DELIVERED_AT_LAST,
        /** Status, text of the alert. */
        REFUSED,
        /** What the webhook met, text of the alert. */
        TRYING_AGAIN,
        /** Seconds. */
        NO_ANSWER,
        /** Host, and why. */
        NOT_REACHED,
        /** Status. */
        ANSWERED;

        String key() {
            return "trouble." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** By which alerts go out one after the other. */
    enum Way {
        NOTIFICATION, COMMAND, WEBHOOK;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
