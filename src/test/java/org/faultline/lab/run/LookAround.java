package org.faultline.lab.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.faultline.lab.cases.Case;
import org.faultline.lab.cases.Cases;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.net.Lab;

/** Sets one case up and runs one command in it, on the host, so that a developer can look around. */
final class LookAround {
    private final Bench bench;
    private final Path profile;
    private final List<String> program;

    LookAround(Bench bench, Path profile, List<String> program) {
        this.bench = bench;
        this.profile = profile;
        this.program = program;
    }

    /**
     * The command is for {@code sh -c}; it finds $PROFILE and $FAULTLINE, and $ROUTER, $PROVIDER, $INTERNET for {@code
     * nsenter --net}.
     * Without a command it is an interactive shell.
     */
    int run(String name, String command) {
        List<Case> all = Stream.of(Cases.faults(), Cases.services(), Cases.oddities(), List.of(Cases.healthy())).flatMap(List::stream).toList();
        if (Bench.find(all, name).isEmpty()) {
            System.out.println("No case " + name + "; there are:");
            all.forEach(each -> System.out.println("  " + each.name()));
            return 1;
        }
        return bench.in(Bench.find(all, name).get().injection(), lab -> enter(lab, command));
    }

    private int enter(Lab lab, String command) {
        List<String> words = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "sh"));
        if (!command.isEmpty()) {
            words.addAll(List.of("-c", command));
        }
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        builder.environment().putAll(lab.launch().environment());
        builder.environment().putAll(Map.of("PROFILE", profile.toString(), "FAULTLINE", String.join(" ", program),
            "ROUTER", lab.router().space().path(), "PROVIDER", lab.provider().space().path(),
            "INTERNET", lab.internet().space().path(), "PS1", "lab# "));
        Process process = lab.host().space().start(builder);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new LabFailure("interrupted", e);
        }
    }
}
