package org.faultline.lab.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A network namespace that lives exactly as long as one thread of this process.
 * It has no name in {@code /run/netns}: when the process ends, in whatever way, the kernel takes it away with all links, rules
 * and mounts in it. A socket made by {@link #call} belongs to it for ever, whichever thread uses it later; so does a command
 * started by {@link #start}.
 */
public final class Namespace implements AutoCloseable {
    private static final int COMMAND_SECONDS = 20;

    private final String name;
    private final ExecutorService thread;
    private final String task;
    private final boolean ownMounts;

    private Namespace(String name, ExecutorService thread, String task, boolean ownMounts) {
        this.name = name;
        this.thread = thread;
        this.task = task;
        this.ownMounts = ownMounts;
    }

    /** A namespace for the network only. */
    public static Namespace ofNetwork(String name) {
        return open(name, Kernel.CLONE_NEWNET);
    }

    /** A namespace for the network and, apart from all others, for mounts. */
    public static Namespace ofNetworkAndMounts(String name) {
        Namespace space = open(name, Kernel.CLONE_NEWNET | Kernel.CLONE_NEWNS);
        space.run(() -> Kernel.mount("none", "/", "none", Kernel.MS_REC | Kernel.MS_PRIVATE));
        return space;
    }

    private static Namespace open(String name, int kinds) {
        ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("lab-" + name).factory());
        try {
            String task = thread.submit(() -> {
                Kernel.unshare(kinds);
                return "/proc/" + ProcessHandle.current().pid() + "/task/" + Kernel.threadId() + "/ns/";
            }).get();
            return new Namespace(name, thread, task, (kinds & Kernel.CLONE_NEWNS) != 0);
        } catch (ExecutionException | InterruptedException e) {
            thread.shutdownNow();
            throw new LabFailure("cannot make the namespace of " + name, e);
        }
    }

    public String name() {
        return name;
    }

    /** A path that {@code ip … netns PATH} and {@code nsenter --net=PATH} understand. */
    public String path() {
        return task + "net";
    }

    /** Runs the task on the thread that lives in this namespace and waits for it. */
    public <T> T call(Callable<T> task) {
        try {
            return thread.submit(task).get();
        } catch (RejectedExecutionException e) {
            throw new LabFailure(name + " is closed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LabFailure || e.getCause() instanceof NotPossibleHere) {
                throw (RuntimeException) e.getCause();
            }
            throw new LabFailure(name + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure(name + ": interrupted", e);
        }
    }

    public void run(Runnable task) {
        call(Executors.callable(task));
    }

    /**
     * Starts a process whose network and files are those of this namespace, by nsenter(1): were it started from the thread
     * inside,
     * Java's process reaper thread would be born there too, and keep the namespace for a minute.
     */
    public Process start(ProcessBuilder process) {
        List<String> words = new ArrayList<>(List.of("nsenter", "--net=" + task + "net"));
        if (ownMounts) {
            words.add("--mount=" + task + "mnt");
        }
        words.add("--");
        words.addAll(process.command());
        try {
            return process.command(words).start();
        } catch (IOException e) {
            throw new LabFailure(name + ": cannot start " + words, e);
        }
    }

    /** Runs a command to its end and returns what it printed; anything but exit code 0 is a {@link LabFailure}. */
    public String command(List<String> words, String input) {
        Process process = start(new ProcessBuilder(words).redirectErrorStream(true));
        try {
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new LabFailure(name + ": " + words + " hangs");
            }
            if (process.exitValue() != 0) {
                throw new LabFailure(name + ": " + String.join(" ", words) + " said: " + output.strip() + inputNote(input));
            }
            return output;
        } catch (IOException e) {
            throw new LabFailure(name + ": " + words, e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LabFailure(name + ": interrupted", e);
        }
    }

    /** Writes a kernel setting, key as in {@code sysctl(8)} but with slashes: {@code net/ipv4/ip_forward}. */
    public void sysctl(String key, String value) {
        call(() -> Files.writeString(Path.of("/proc/sys", key), value));
    }

    private static String inputNote(String input) {
        return input.isEmpty() ? "" : "\n" + input.indent(4);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
