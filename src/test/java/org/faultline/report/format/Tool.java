package org.faultline.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Another program that judges what we wrote. Where it is not installed, the test says so and is counted as skipped. */
final class Tool {

    private Tool() { }

    /** @return what it printed, stdout and stderr together */
    static String run(String program, String... arguments) {
        return run(new byte[0], program, arguments);
    }

    static String run(byte[] input, String program, String... arguments) {
        boolean installed = Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!installed) {
            System.out.println("SKIPPED: " + program + " is not installed, so nobody else judged this output");
        }
        Assumptions.assumeTrue(installed, program + " is not installed");
        try {
            Path printed = Files.createTempFile("tool", ".out");
            Path given = Files.write(Files.createTempFile("tool", ".in"), input);
            Process process = new ProcessBuilder(Stream.concat(Stream.of(program), Stream.of(arguments)).toList())
                .redirectErrorStream(true).redirectInput(given.toFile()).redirectOutput(printed.toFile()).start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String text = Files.readString(printed, StandardCharsets.UTF_8);
            Files.delete(printed);
            Files.delete(given);
            assertThat(ended).as("%s ended within a minute", program).isTrue();
            assertThat(process.exitValue()).as("%s %s: %s", program, List.of(arguments), text).isZero();
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
