package org.faultline.lab.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.kernel.NotPossibleHere;

/** A real server program of the distribution, running on the host of a lab until the lab closes. */
public final class Daemon {

    private static final List<String> FOLDERS = List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Lab lab;
    private final Process process;
    private final Path log;

    private Daemon(Lab lab, Process process, Path log) {
        this.lab = lab;
        this.process = process;
        this.log = log;
    }

    /** Whether the machine has this program. */
    public static String program(String name) {
        Stream<Path> usual = FOLDERS.stream().map(folder -> Path.of(folder, name));
        return usual.filter(Files::isExecutable).findFirst().map(Path::toString)
            .orElseThrow(() -> new NotPossibleHere(name + " is not installed"));
    }

    /** Starts the first word, which must be installed, with the others. */
    public static Daemon start(Lab lab, String... words) {
        return start(lab, List.of(), words);
    }

    /** @param before words before the program's own, such as those that change the user */
    public static Daemon start(Lab lab, List<String> before, String... words) {
        Path log = lab.directory().resolve(Path.of(words[0]).getFileName() + "-" + System.nanoTime() + ".log");
        List<String> command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL"));
        command.addAll(before);
        command.add(words[0].startsWith("/") ? words[0] : program(words[0]));
        command.addAll(List.of(words).subList(1, words.length));
        Process process = lab.host().space().start(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()));
        Daemon daemon = new Daemon(lab, process, log);
        lab.until(daemon::end);
        return daemon;
    }

    /** Waits until something listens on this TCP port. */
    public Daemon listening(int port) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (lab.host().space().command(List.of("ss", "-ltnH", "sport = :" + port), "").isBlank()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new LabFailure("nobody listens on port " + port + ": " + said());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return this;
    }

    private String said() {
        try {
            return Files.readString(log).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Stops it in its tracks: its sockets stay, and it does nothing more. */
    public Daemon freeze() {
        lab.host().space().command(List.of("kill", "-STOP", Long.toString(process.pid())), "");
        return this;
    }

    public void end() {
        try {
            // The first of them last: it would replace a child that it misses.
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly().waitFor();
            children.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
