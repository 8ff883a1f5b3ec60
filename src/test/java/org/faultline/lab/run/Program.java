package org.faultline.lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.net.Lab;
import org.faultline.lab.net.Rights;

/** Starts the program under test on the host of a lab, as an ordinary user with a clean environment, and hears what it says. */
final class Program {
    private static final int TIMEOUT_SECONDS = 45;

    private final List<String> command;
    private final Path profile;
    private final boolean rootless = Rights.mappedRoot();

    Program(List<String> command, Path profile) {
        this.command = command;
        this.profile = profile;
    }

    /** One {@code check} with a JSON report. */
    Heard check(Lab lab) {
        return check(lab, Map.of());
    }

    Heard check(Lab lab, Map<String, String> moreEnvironment) {
        return heard(lab, moreEnvironment, List.of("check", "--json", "--profile", profile.toString()));
    }

    /** Another command than {@code check}, where one is given. */
    Heard ask(Lab lab, List<String> arguments) {
        if (arguments.isEmpty()) {
            return check(lab);
        }
        Stream<String> words = arguments.stream().map(word -> word.replace("{lab}", lab.directory().toString()));
        return heard(lab, Map.of(), Stream.concat(words, Stream.of("--json")).toList());
    }

    private Heard heard(Lab lab, Map<String, String> moreEnvironment, List<String> arguments) {
        long start = System.nanoTime();
        Path out = lab.directory().resolve("report.json");
        Path err = lab.directory().resolve("stderr.txt");
        int exitCode = run(lab, moreEnvironment, arguments, out, err);
        double wallMs = (System.nanoTime() - start) / 1e6;
        return Heard.of(read(out), read(err), exitCode, wallMs);
    }

    /** The same as people see it. */
    String shown(Lab lab, List<String> arguments) {
        Path out = lab.directory().resolve("shown.txt");
        run(lab, Map.of(), arguments.isEmpty() ? List.of("check", "--profile", profile.toString()) : arguments, out, out);
        return read(out);
    }

    private int run(Lab lab, Map<String, String> moreEnvironment, List<String> arguments, Path out, Path err) {
        return await(start(lab, moreEnvironment, arguments, out, err));
    }

    /** A watch with this interval; it goes on until it is ended. */
    Process watch(Lab lab, String interval, Path out, Path err) {
        return start(lab, Map.of(), List.of("watch", "--interval", interval, "--format", "jsonl", "--profile", profile.toString()), out, err);
    }

    private Process start(Lab lab, Map<String, String> moreEnvironment, List<String> arguments, Path out, Path err) {
        List<String> words = new ArrayList<>(lab.launch().prefix(rootless));
        words.addAll(command);
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.directory(lab.directory().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        environment.put("LANG", "C.UTF-8");
        environment.put("HOME", home(lab).toString());
        environment.putAll(lab.launch().environment());
        environment.putAll(moreEnvironment);
        return lab.host().space().start(builder);
    }

    private static int await(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new LabFailure("cannot run the program", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LabFailure("interrupted", e);
        }
    }

    /** A home of its own in each lab: what one run remembers must not help or hurt the next. */
    private static Path home(Lab lab) {
        try {
            Path home = Files.createDirectories(lab.directory().resolve("home"));
            return Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        } catch (IOException e) {
            throw new LabFailure("cannot make a home", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LabFailure("cannot read " + file, e);
        }
    }
}
