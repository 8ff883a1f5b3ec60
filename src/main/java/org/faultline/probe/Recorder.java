package org.faultline.probe;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.Reading;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Stage;

/** Writes down what one probe sees. Each {@link #begin} starts the clock of one observation. */
public final class Recorder {

    private final String probe;
    private final Stage stage;
    private final LongSupplier nanosSinceStart;
    private final Consumer<Observation> sink;

    /**
     * @param nanosSinceStart nanoseconds since the start of the run
     * @param sink            takes each observation, still without an id; safe for several threads
     */
    public Recorder(String probe, Stage stage, LongSupplier nanosSinceStart, Consumer<Observation> sink) {
        this.probe = probe;
        this.stage = stage;
        this.nanosSinceStart = nanosSinceStart;
        this.sink = sink;
    }

    /** Starts the observation of a target: an address, an interface, a name, a file. */
    public Measurement begin(String target) {
        return new Measurement(target, nanosSinceStart.getAsLong());
    }

    /** An observation under way; ends with {@link #passed}, {@link #failed}, {@link #unknown} or {@link #skipped}. */
    public final class Measurement {

        private final String target;
        private final long started;
        private final Map<String, Object> values = new LinkedHashMap<>();

        private Measurement(String target, long started) {
            this.target = target;
            this.started = started;
        }

        /** Adds a figure or a word: String, Number, Boolean, or a list of these. Durations go in as milliseconds, named {@code …Ms}. */
        public Measurement value(String name, Object value) {
            values.put(name, value);
            return this;
        }

        public Measurement milliseconds(String name, Duration duration) {
            return value(name, milliseconds(duration));
        }

        /** Milliseconds with microsecond resolution. */
        public static double milliseconds(Duration duration) {
            return Math.round(duration.toNanos() / 1e3) / 1e3;
        }

        public void passed(String method) {
            record(Outcome.PASSED, Cause.NONE, "", method);
        }

        public void failed(Cause cause, String detail, String method) {
            record(Outcome.FAILED, cause, detail, method);
        }

        /** It could not be measured. */
        public void unknown(Cause cause, String detail, String method) {
            record(Outcome.UNKNOWN, cause, detail, method);
        }

        /** The fact could not be read. */
        public void unknown(Reading.Unknown<?> reading) {
            unknown(reading.cause(), reading.detail(), reading.method());
        }

        public void skipped(Cause cause, String method) {
            record(Outcome.SKIPPED, cause, "", method);
        }

        /**
         * Passed if nothing failed; unknown if we were not able or not allowed to measure; else failed. An errno and an ICMP
         * error become values ({@code errno}, {@code icmpFrom}, {@code icmpType}, {@code icmpCode}).
         */
        public void ended(Failure failure, String method) {
            if (failure.errno() != Errno.NONE) {
                value("errno", failure.errno().name());
            }
            failure.icmp().ifPresent(icmp -> value("icmpFrom", icmp.from().getHostAddress())
                .value("icmpType", icmp.type()).value("icmpCode", icmp.code()));
            String detail = failure.errno() == Errno.NONE ? "" : failure.errno().name();
            switch (failure.cause()) {
                case NONE -> passed(method);
                case NOT_PERMITTED, TOOL_MISSING, NOT_SUPPORTED, DESCRIPTORS_EXHAUSTED, IPV4_ONLY_PROGRAM, TIMED_OUT, CRASHED,
                     CANCELLED, NOT_CONFIGURED, NOT_NEEDED, UNCLASSIFIED -> unknown(failure.cause(), detail, method);
                default -> failed(failure.cause(), detail, method);
            }
        }

        private void record(Outcome outcome, Cause cause, String detail, String method) {
            long elapsed = nanosSinceStart.getAsLong() - started;
            sink.accept(new Observation("", probe, target, stage, outcome, cause, detail, method,
                Duration.ofNanos(started), Duration.ofNanos(elapsed), values));
        }
    }
}
