package org.faultline.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.fake.FakeHost;
import org.faultline.fake.Fields;
import org.faultline.fake.TroubledHost;
import org.faultline.fake.World;
import org.faultline.host.Host;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.probe.Probe;
import org.faultline.probe.Probes;
import org.faultline.probe.Targets;
import org.faultline.probe.ports.PortProbes;
import org.faultline.probe.service.ServiceProbes;
import org.faultline.run.Cancellation;
import org.faultline.run.Check;
import org.faultline.run.Guide;
import org.faultline.run.Plan;
import org.faultline.run.Profile;
import org.faultline.run.Progress;
import org.faultline.run.ServiceCheck;
import org.faultline.run.Session;
import org.faultline.run.Stepwise;
import org.faultline.run.Workplace;

/** One scenario file: a fake world and the verdict expected of it. */
public record Scenario(Path file, Fields fields) {

    private static final List<Scenario> ALL = read();

    /** Every scenario of the test suite, by name. */
    public static List<Scenario> all() {
        return ALL;
    }

    private static List<Scenario> read() {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/scenarios"), 2)) {
            return files.filter(file -> file.toString().endsWith(".json") && !file.endsWith("home.json")).sorted().map(Scenario::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Path file) {
        try {
            Fields fields = Fields.parse(file.getFileName().toString(), Files.readString(file)).only("what", "expect", "run", "world");
            fields.object("expect").only("status", "stage", "code", "also", "not", "asks");
            fields.object("run").only("external", "only", "cancel", "crash", "hang", "publicResolver", "portal", "answers", "service", "ports",
                "scan", "baseline");
            return new Scenario(file, fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String expected(String key) {
        return fields.object("expect").text(key).orElse("");
    }

    public List<String> expectedList(String key) {
        return fields.object("expect").list(key);
    }

    public Host host() {
        Fields run = fields.object("run");
        return TroubledHost.of(new FakeHost(World.home().changedBy(fields.object("world"))), Set.copyOf(run.list("crash")), Set.copyOf(run.list("hang")));
    }

    /** What comes of it; played once for all who ask. */
    public Report report() {
        return Played.of(this);
    }

    /** Runs the real session on the fake world. */
    public Report run() {
        return run(host());
    }

    public Report run(Host host) {
        return run(host, fields.object("run").flag("external", true));
    }

    /** Runs on another host, or on the same one watched, and with or without leave to contact something beyond the gateway. */
    Report run(Host host, boolean external) {
        Fields run = fields.object("run");
        Cancellation cancellation = new Cancellation();
        if (run.flag("cancel", false)) {
            cancellation.cancel();
        }
        Targets targets = targets(external, run.flag("portal", true));
        if (!run.object("answers").values().isEmpty()) {
            return runAnswered(host, new Check(new Profile(targets, List.of()), stages(run), Duration.ofSeconds(20)));
        }
        return run(host, new Plan(stages(run), probes(run), targets, Duration.ofSeconds(20), "test"), cancellation, Progress.NONE);
    }

    private static Report run(Host host, Plan plan, Cancellation cancellation, Progress progress) {
        return new Session(plan, host, InstantSource.fixed(World.NOW), System::nanoTime).run(cancellation, progress);
    }

    /** Runs these stages as a page of the window does: followed, and cancelled from outside. */
    public Report run(Host host, Set<Stage> stages, boolean external, Cancellation cancellation, Progress progress) {
        Targets targets = targets(external, fields.object("run").flag("portal", true));
        return run(host, new Plan(stages, Probes.all(), targets, Duration.ofSeconds(20), "test"), cancellation, progress);
    }

    /** The scenario of this name, such as {@code gateway/gateway-absent}. */
    public static Scenario named(String name) {
        return all().stream().filter(scenario -> scenario.toString().equals(name)).findFirst().orElseThrow();
    }

    /** {@code answers}: {@code {"lights-on": "no"}}; given whether the tree asks for them or not, each followed by what it leads to measure. */
    private Report runAnswered(Host host, Check check) {
        Stepwise stepwise = new Stepwise(check, new Workplace(() -> host, InstantSource.fixed(World.NOW), System::nanoTime));
        Guide guide = settle(stepwise, Guide.begin("scenario", stepwise.stages(), World.NOW));
        Fields answers = fields.object("run").object("answers");
        for (String id : answers.values().keySet()) {
            PersonQuestion question = PersonQuestion.of(id).orElseThrow(() -> new IllegalArgumentException(answers.path() + "." + id + ": unknown question"));
            guide = settle(stepwise, guide.answered(question, truth(answers.text(id).orElse("")), World.NOW));
        }
        return guide.report();
    }

    private static Guide settle(Stepwise stepwise, Guide guide) {
        return guide.settled(stepwise.measure(Set.copyOf(stepwise.stages()), guide.leg(), new Cancellation(), Progress.NONE));
    }

    private static Truth truth(String answer) {
        return switch (answer) {
            case "yes" -> Truth.YES;
            case "no" -> Truth.NO;
            case "dont-know" -> Truth.UNKNOWN;
            default -> throw new IllegalArgumentException(answer + " is neither yes, no nor dont-know");
        };
    }

    private static List<Probe> probes(Fields run) {
        if (run.text("service").isPresent()) {
            return ServiceProbes.of(ServiceCheck.target(run.text("service").get()));
        }
        return run.flag("ports", false)
            ? PortProbes.of(run.flag("scan", false), Optional.of(Set.copyOf(run.list("baseline"))).filter(lines -> !lines.isEmpty())) : Probes.all();
    }

    private static Set<Stage> stages(Fields run) {
        List<String> ids = run.list("only");
        if (run.text("service").isPresent() || run.flag("ports", false)) {
            return Set.of(run.flag("ports", false) ? Stage.PORTS : Stage.SERVICE);
        }
        return ids.isEmpty() ? Set.copyOf(Stage.PATH) : ids.stream().map(id -> Stage.of(id).orElseThrow()).collect(Collectors.toSet());
    }

    private static Targets targets(boolean external, boolean portal) {
        return new Targets(List.of(World.address("1.1.1.1"), World.address("8.8.8.8"), World.address("9.9.9.9"),
            World.address("2606:4700:4700::1111"), World.address("2001:4860:4860::8888")),
            List.of("example.com", "example.org"), Optional.of(new InetSocketAddress(World.address("8.8.8.8"), 53)),
            portal ? Optional.of(new Targets.Portal(URI.create("http://portal.example/generate_204"), 204, "")) : Optional.empty(),
            List.of(URI.create("https://example.com/"), URI.create("https://example.org/")), List.of(), Targets.Thresholds.DEFAULT, external);
    }

    @Override
    public String toString() {
        return file.getParent().getFileName() + "/" + file.getFileName().toString().replace(".json", "");
    }
}
