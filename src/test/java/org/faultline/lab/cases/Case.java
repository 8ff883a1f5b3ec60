package org.faultline.lab.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.faultline.model.Fault;
import org.faultline.model.Severity;
import org.faultline.model.Stage;

/**
 * One thing done to the lab and what the program has to say about it.
 *
 * @param name   code of the fault, a slash, the way it was made: {@code gateway-absent/router-off}
 * @param fault  the verdict expected; empty where the verdict has to be "healthy"
 * @param tells  has to be among the findings besides the verdict: the code of a harmless case, the stage of a second fault
 * @param speed  class of the time to the verdict
 * @param asks   the arguments in place of {@code check}, such as {@code service 6379}, {@code {lab}} for the lab's directory; empty for a check
 */
public record Case(String name, Optional<Fault> fault, Set<Fault> tells, Speed speed, Injection injection, List<String> asks) {

    Case(String name, Optional<Fault> fault, Set<Fault> tells, Speed speed, Injection injection) {
        this(name, fault, tells, speed, injection, List.of());
    }

    /** The same, asked by another command than {@code check}; words apart by blanks. */
    Case asking(String arguments) {
        return new Case(name, fault, tells, speed, injection, List.of(arguments.split(" ")));
    }

    /** Something broken: the verdict is this fault. */
    static Case fault(Fault fault, String how, Speed speed, Injection injection) {
        return new Case(fault.code() + "/" + how, Optional.of(fault), Set.of(), speed, injection);
    }

    /** Something odd and harmless: no alarm, but these codes have to be mentioned. */
    static Case harmless(String name, Injection injection, Fault... tells) {
        return new Case("harmless/" + name, Optional.empty(), Set.of(tells), Speed.ANY, injection);
    }

    /** Nothing at all done. */
    static Case healthy() {
        return new Case("healthy", Optional.empty(), Set.of(), Speed.HEALTHY, lab -> { });
    }

    public boolean isFault() {
        return fault.isPresent();
    }

    /** The stage to be blamed; faults that belong to no stage have none. */
    public Optional<Stage> stage() {
        return fault.flatMap(Fault::stage);
    }

    /** The exit code that follows from the verdict (contract, "Exit codes"). */
    public int exitCode() {
        return fault.map(Fault::severity).map(Case::exitCode).orElse(0);
    }

    private static int exitCode(Severity severity) {
        return switch (severity) {
            case INFO -> 0;
            case WARNING -> 1;
            case FAULT -> 2;
            case NOT_MEASURED -> 3;
        };
    }
}
