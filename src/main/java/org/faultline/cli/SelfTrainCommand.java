package org.faultline.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code faultline self-train}: what the build runs once so that the start-up cache knows the classes of a check, of a service and of the open ports. Talks to loopback
 * alone, prints nothing and succeeds whatever it finds.
 */
@Command(name = "self-train", hidden = true, description = "Used by the build to make the start-up cache.")
final class SelfTrainCommand implements Callable<Integer> {

    private static final List<String> LOOPBACK = List.of("check", "--only", "loopback-ipv4,loopback-ipv6", "--no-external");

    /** Nobody listens at the first; what listens on the building computer is read and forgotten. */
    private static final List<List<String>> OTHERS = List.of(List.of("service", "127.0.0.1:9"), List.of("ports"));

    @Override
    public Integer call() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, true, true, Map.of());
        for (String more : List.of("--verbose", "--json", "--quiet")) {
            Faultline.run(Stream.concat(LOOPBACK.stream(), Stream.of(more)).toArray(String[]::new), terminal);
        }
        OTHERS.forEach(command -> Faultline.run(command.toArray(String[]::new), terminal));
        return ExitCode.HEALTHY;
    }
}
