package org.faultline.lab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.faultline.lab.cases.Case;
import org.faultline.lab.cases.Injection;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.kernel.NotPossibleHere;
import org.faultline.lab.net.Credentials;
import org.faultline.lab.net.Lab;

/** Gives each case a fresh lab and one run of the program; several side by side, results in the order of the cases. */
final class Bench {
    private final Path directory;
    private final Credentials credentials;
    private final Program program;
    private final Options options;

    Bench(Path directory, Credentials credentials, Program program, Options options) {
        this.directory = directory;
        this.credentials = credentials;
        this.program = program;
        this.options = options;
    }

    /**
     * Hands each result over as soon as it and all before it are there; cases that this machine does not allow are
     * skipped aloud.
     */
    void runAll(List<Case> cases, int parallel, Consumer<Judged> each) {
        try (ExecutorService labs = Executors.newFixedThreadPool(parallel)) {
            List<Future<Optional<Judged>>> running = cases.stream().map(given -> labs.submit(() -> run(given))).toList();
            for (Future<Optional<Judged>> result : running) {
                result.get().ifPresent(each);
            }
        } catch (Exception e) {
            throw new LabFailure("a lab failed: " + e.getMessage(), e);
        }
    }

    private Optional<Judged> run(Case given) {
        try (Lab lab = Lab.open(directory, credentials)) {
            given.injection().into(lab);
            Judged judged = new Judged(given, program.ask(lab, given.asks()));
            options.keep().ifPresent(where -> keep(where, given.name(), judged.heard().json()));
            if (options.show()) {
                String shown = program.shown(lab, given.asks());
                synchronized (this) {
                    System.out.println("--- " + given.name() + System.lineSeparator() + shown);
                }
            }
            return Optional.of(judged);
        } catch (NotPossibleHere e) {
            System.out.println("SKIPPED " + given.name() + ": " + e.getMessage());
            return Optional.empty();
        } catch (LabFailure e) {
            throw new LabFailure(given.name() + ": " + e.getMessage(), e);
        }
    }

    /** Runs something else in a lab to which this was done. */
    <T> T in(Injection injection, Function<Lab, T> task) {
        try (Lab lab = Lab.open(directory, credentials)) {
            injection.into(lab);
            return task.apply(lab);
        }
    }

    Program program() {
        return program;
    }

    private static void keep(Path where, String name, String json) {
        try {
            Files.createDirectories(where);
            Files.writeString(where.resolve(name.replaceAll("[/ ]", "_") + ".faultline.json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The case of this name, for a look around. */
    static Optional<Case> find(List<Case> cases, String name) {
        return cases.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
