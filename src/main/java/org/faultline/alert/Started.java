package org.faultline.alert;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.faultline.alert.Trouble.Kind;

/** One command run to its end, never through a shell; bounded in time and in what it prints. */
record Started(List<String> command, Map<String, String> environment, Duration longest) {

    /** The rest of what it prints is read and forgotten. */
    private static final int OUTPUT_KEPT = 4_096;

    /** @return what went wrong; empty when it ended with 0 */
    Optional<Trouble> toItsEnd() throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true).redirectInput(Redirect.from(nothing()));
        // Our launcher's, for our window alone.
        builder.environment().remove("GDK_GL", "disable");
        builder.environment().putAll(environment);
        try {
            return ended(builder.start());
        } catch (IOException e) {
            return Optional.of(Trouble.of(Kind.NOT_STARTED, command.getFirst(), String.valueOf(e.getMessage()).replaceAll("\\s+", " ")));
        }
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private Optional<Trouble> ended(Process process) throws InterruptedException {
        StringBuilder printed = new StringBuilder();
        Thread reader = Thread.ofPlatform().name("alert-output").daemon().start(() -> read(process.getInputStream(), printed));
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of(Trouble.of(Kind.TOO_LONG, command.getFirst(), longest.toSeconds()));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        reader.join(200);
        return process.exitValue() == 0 ? Optional.empty()
            : Optional.of(Trouble.of(Kind.ENDED_WITH, command.getFirst(), process.exitValue(), firstLine(printed)));
    }

    private static void read(InputStream output, StringBuilder printed) {
        byte[] some = new byte[1_024];
        try (output) {
            for (int count = output.read(some); count >= 0; count = output.read(some)) {
                synchronized (printed) {
                    printed.append(new String(some, 0, Math.min(count, Math.max(0, OUTPUT_KEPT - printed.length())), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException | UncheckedIOException _) {
            // The process is gone, and with it whatever it still had to say.
        }
    }

    private static String firstLine(StringBuilder printed) {
        synchronized (printed) {
            String line = printed.toString().strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
            return line.isEmpty() ? "" : ": " + line.substring(0, Math.min(line.length(), 200));
        }
    }
}
