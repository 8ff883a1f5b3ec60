package org.faultline.model;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One measured fact: what was asked of what, what came back, how long it took and by which method.
 * It never names a fault.
 *
 * @param id      unique within a run, {@code o1}, {@code o2}, …
 * @param probe   name of the probe that saw it
 * @param target  what was asked: an address, an interface, a name, a file
 * @param detail  errno or the other side's words, control characters already escaped; may be empty
 * @param method  how it was measured, such as {@code icmp-datagram-socket} or {@code rtnetlink}
 * @param started since the start of the run
 * @param values  figures and words by name; values are String, Number, Boolean, or lists of these
 */
public record Observation(String id, String probe, String target, Stage stage, Outcome outcome, Cause cause, String detail,
                          String method, Duration started, Duration elapsed, Map<String, Object> values) {

    public Observation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(stage);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(cause);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean passed() {
        return outcome == Outcome.PASSED;
    }

    public boolean failed() {
        return outcome == Outcome.FAILED;
    }

    /** Neither passed nor failed: it says nothing for or against. */
    public boolean unmeasured() {
        return !passed() && !failed();
    }

    public boolean failedWith(Cause... causes) {
        return failed() && List.of(causes).contains(cause);
    }

    /** The value of this name as text, if there is one. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    /** The value of this name as a number, if there is one and it is one. */
    public Optional<Double> number(String name) {
        return values.get(name) instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    /** Whether the value of this name is {@code true}; absent counts as false. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** The list of this name; a single value is a list of one, an absent one is empty. */
    public List<?> list(String name) {
        return switch (values.get(name)) {
            case null -> List.of();
            case List<?> list -> list;
            case Object single -> List.of(single);
        };
    }
}
