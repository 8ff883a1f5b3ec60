package org.faultline.lab.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to run, from system properties {@code lab.*} (README, "The lab").
 *
 * @param program  command line of the program under test
 * @param parallel labs side by side
 * @param only     part of the names of the cases to run; empty runs all
 * @param parts    which of faults, services, healthy, pairs, speed, watch
 * @param show     print what the program prints for people
 * @param keep     directory for the JSON reports
 * @param shell    name of a case to set up and look around in
 * @param allowance what a machine shared with others is forgiven
 */
record Options(List<String> program, int parallel, String only, List<String> parts, boolean show, Optional<Path> keep,
               Optional<String> shell, String command, int healthyRuns, int pairs, long seed, Goals.Allowance allowance) {

    static final List<String> PARTS = List.of("faults", "services", "healthy", "pairs", "speed", "watch");

    static Options fromProperties() {
        return new Options(
            List.of(text("lab.program", "target/faultline/bin/faultline").split(" ")),
            Integer.parseInt(text("lab.parallel", "2")),
            text("lab.only", ""),
            List.of(text("lab.parts", String.join(",", PARTS)).split(",")),
            Boolean.parseBoolean(text("lab.show", "false")),
            optional("lab.keep").map(Path::of),
            optional("lab.shell"),
            text("lab.command", ""),
            Integer.parseInt(text("lab.healthy", "100")),
            Integer.parseInt(text("lab.pairs", "100")),
            Long.parseLong(text("lab.seed", "20261123")),
            new Goals.Allowance(Double.parseDouble(text("lab.allowance", "0")), Double.parseDouble(text("lab.slack", "1"))));
    }

    boolean runs(String part) {
        return parts.contains(part);
    }

    private static Optional<String> optional(String key) {
        return Optional.of(text(key, "")).filter(value -> !value.isEmpty());
    }

    private static String text(String key, String otherwise) {
        String value = System.getProperty(key, "").strip();
        return value.isEmpty() ? otherwise : value;
    }
}
