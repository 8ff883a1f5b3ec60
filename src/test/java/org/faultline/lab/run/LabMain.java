package org.faultline.lab.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.lab.cases.Case;
import org.faultline.lab.cases.Cases;
import org.faultline.lab.cases.Pair;
import org.faultline.lab.net.Credentials;

/**
 * Breaks real networks in namespaces, runs the real program in each, and counts how often it was right.
 * Ends with 0 when all goals are reached, 1 when one is missed, {@value Surroundings#SKIPPED} when no lab can be made here.
 */
public final class LabMain {
    private static final double EXACT_GOAL = 97;
    private static final double PAIRS_GOAL = 97;

    private final PrintStream out = System.out;
    private final Options options;
    private final Bench bench;
    private final Goals goals;
    private final List<Judged> wrong = new ArrayList<>();

    private LabMain(Options options, Bench bench) {
        this.options = options;
        this.bench = bench;
        this.goals = new Goals(out, options.allowance());
    }

    /** Runs everything, or with {@code --self-test} the lab's own test, or with {@code -Dlab.shell=CASE} one command in a lab. */
    public static void main(String[] arguments) throws Exception {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) throws IOException, InterruptedException {
        Optional<String> obstacle = Surroundings.obstacle();
        if (obstacle.isPresent()) {
            System.out.println("SKIPPED: the lab did not run, nothing was tested. " + obstacle.get());
            return Surroundings.SKIPPED;
        }
        if (Surroundings.needsUserNamespace()) {
            System.out.println("Not root: moving the lab into a user namespace (unshare -Urnm).");
            return Surroundings.moveIntoUserNamespace(LabMain.class, arguments);
        }
        Options options = Options.fromProperties();
        try (Scratch scratch = Scratch.open()) {
            Credentials credentials = new Credentials(Clock.systemUTC(), scratch.directory());
            Path profile = Profile.write(scratch.directory(), credentials.trustFile());
            List<String> command = new ArrayList<>(options.program());
            command.set(0, Path.of(command.getFirst()).toAbsolutePath().toString());
            Bench bench = new Bench(scratch.directory(), credentials, new Program(command, profile), options);
            if (List.of(arguments).contains("--self-test")) {
                return new SelfTest(scratch.directory(), credentials, System.out).run();
            }
            if (options.shell().isPresent()) {
                return new LookAround(bench, profile, command).run(options.shell().get(), options.command());
            }
            if (!Files.isExecutable(Path.of(command.getFirst()))) {
                System.out.println("No program at " + command.getFirst()
                    + ": build it first (mvn -q -DskipTests -Pimage package)");
                return 1;
            }
            return new LabMain(options, bench).runAll();
        }
    }

    private int runAll() {
        if (nothingChosen()) {
            out.printf("No case is named like lab.only=%s in lab.parts=%s: nothing was tested.%n", options.only(), String.join(",", options.parts()));
            return 1;
        }
        long start = System.nanoTime();
        if (options.runs("faults")) {
            faults();
        }
        if (options.runs("services")) {
            services();
        }
        if (options.runs("healthy")) {
            healthy();
        }
        if (options.runs("pairs")) {
            pairs();
        }
        if (options.runs("speed") && options.only().isEmpty()) {
            out.printf("%nSpeed, one lab at a time%n");
            new SpeedPass(bench, out).run(goals);
        }
        if (options.runs("watch") && options.only().isEmpty()) {
            out.printf("%nA watch, while the cable is pulled and put back%n");
            new WatchPass(bench, out).run(goals);
        }
        tellAgain();
        out.printf(Locale.ROOT, "%n%s after %.0f s%n", goals.allReached() ? "All goals reached" : "GOALS MISSED",
            (System.nanoTime() - start) / 1e9);
        return goals.allReached() ? 0 : 1;
    }

    /** What went wrong, at the end, where a long log is read first. */
    private void tellAgain() {
        out.printf("%nCases with another stage than the right one: %d%n", wrong.size());
        wrong.forEach(row -> out.printf("  %s: expected %s, got %s%n", row.given().name(), row.expected(), row.got()));
        goals.missed().forEach(line -> out.println("  MISSED " + line));
    }

    /** Whether these options leave not one case: an empty run would reach every goal. */
    private boolean nothingChosen() {
        boolean speed = (options.runs("speed") || options.runs("watch")) && options.only().isEmpty();
        return !speed && !(options.runs("faults") && !wanted(Cases.faults()).isEmpty())
            && !(options.runs("services") && !wanted(Cases.services()).isEmpty())
            && !(options.runs("healthy") && !healthyKinds().isEmpty()) && !(options.runs("pairs") && !wantedPairs().isEmpty());
    }

    private void faults() {
        Table table = table("Faults, each once", wanted(Cases.faults()));
        List<Judged> rows = table.rows();
        out.println();
        goals.share("stage right", rows.stream().filter(Judged::rightStage).count(), rows.size(), 100);
        goals.share("code exact", rows.stream().filter(Judged::exact).count(), rows.size(), EXACT_GOAL);
        goals.note("%d different codes", rows.stream().map(Judged::expected).distinct().count());
        goals.atMost("slowest", rows.stream().mapToDouble(row -> row.heard().verdictMs()).max().orElse(0), 5000);
        goals.note("over the limit of their class (labs side by side): %d", rows.stream().filter(row -> !row.inTime()).count());
    }

    private void services() {
        List<Judged> rows = table("Services and ports", wanted(Cases.services())).rows();
        out.println();
        goals.share("services: code exact", rows.stream().filter(Judged::exact).count(), rows.size(), 100);
        goals.note("%d different codes", rows.stream().map(Judged::expected).distinct().count());
    }

    private void healthy() {
        List<Case> kinds = healthyKinds();
        List<Case> runs = Stream.generate(() -> kinds).flatMap(List::stream)
            .limit(kinds.isEmpty() ? 0 : options.only().isEmpty() ? options.healthyRuns() : kinds.size()).toList();
        List<Judged> rows = table("Healthy and harmless", runs).rows();
        out.println();
        goals.none("false alarms", rows.stream().filter(Judged::falseAlarm).count(), rows.size());
        goals.share("oddity mentioned", rows.stream().filter(Judged::exact).count(), rows.size(), EXACT_GOAL);
    }

    private List<Case> healthyKinds() {
        return wanted(Stream.concat(Stream.of(Cases.healthy()), Cases.oddities().stream()).toList());
    }

    private List<Case> wantedPairs() {
        return wanted(Pair.choose(Cases.faults(), options.pairs(), options.seed()).stream().map(Pair::together).toList());
    }

    private void pairs() {
        List<Judged> rows = table("Pairs of faults, seed " + options.seed() + ": the one to blame", wantedPairs()).rows();
        out.println();
        goals.share("pairs: stage right", rows.stream().filter(Judged::rightStage).count(), rows.size(), PAIRS_GOAL);
        goals.note("pairs: code exact %d", rows.stream().filter(Judged::exact).count());
    }

    private Table table(String title, List<Case> cases) {
        Table table = new Table(out, title);
        bench.runAll(cases, options.parallel(), table::add);
        table.rows().stream().filter(row -> !row.rightStage()).forEach(wrong::add);
        return table;
    }

    private List<Case> wanted(List<Case> cases) {
        return cases.stream().filter(each -> each.name().contains(options.only())).toList();
    }
}
