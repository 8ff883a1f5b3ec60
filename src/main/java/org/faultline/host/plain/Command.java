package org.faultline.host.plain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.faultline.host.Reading;
import org.faultline.model.Cause;

/** Runs one of the system's own tools within bounds of time and output, in English where the tool can. */
public final class Command {

    private static final int MOST_BYTES = 1 << 20;

    private Command() { }

    /**
     * What it printed, at most 1 MiB. TOOL_MISSING if it cannot be started, TIMED_OUT after the time given, CANCELLED at
     * interruption, UNCLASSIFIED with its exit code otherwise. No shell is involved.
     */
    public static Reading<String> run(Duration timeout, List<String> words) {
        String method = String.join(" ", words);
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE);
            builder.environment().put("LC_ALL", "C");
            process = builder.start();
        } catch (IOException _) {
            return Reading.unknown(Cause.TOOL_MISSING, words.getFirst(), method);
        }
        return output(process, timeout, method);
    }

    private static Reading<String> output(Process process, Duration timeout, String method) {
        CompletableFuture<String> output = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("command-output").start(() -> read(process, output));
        try {
            String text = output.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            int exit = process.waitFor(1, TimeUnit.SECONDS) ? process.exitValue() : -1;
            return exit == 0 ? Reading.known(text, method) : Reading.unknown(Cause.UNCLASSIFIED, "exit code " + exit, method);
        } catch (TimeoutException _) {
            return Reading.unknown(Cause.TIMED_OUT, "", method);
        } catch (ExecutionException _) {
            return Reading.unknown(Cause.UNREADABLE, "", method);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Reading.unknown(Cause.CANCELLED, "", method);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void read(Process process, CompletableFuture<String> output) {
        try (InputStream stream = process.getInputStream()) {
            process.getOutputStream().close();
            output.complete(new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            output.completeExceptionally(new UncheckedIOException(failed));
        }
    }
}
