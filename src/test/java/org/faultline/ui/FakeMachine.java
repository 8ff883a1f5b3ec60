package org.faultline.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.faultline.fake.TroubledHost;
import org.faultline.fake.World;
import org.faultline.host.Host;
import org.faultline.run.Workplace;
import org.faultline.scenario.Scenario;

/** The machine of a window under test: the fake world of a scenario, which a test may change between two runs. */
public final class FakeMachine {

    /** The targets that fake worlds know, as a profile. */
    public static final Map<String, Object> PROFILE = Map.of("names", List.of("example.com", "example.org"),
        "portal", Map.of("url", "http://portal.example/generate_204", "expectStatus", 204, "expectBody", ""),
        "https", List.of("https://example.com/", "https://example.org/"));

    private final AtomicInteger runs = new AtomicInteger();
    private volatile Scenario scenario;
    private volatile Set<String> hanging = Set.of();
    private volatile Instant time = World.NOW;

    public FakeMachine(String scenario) {
        play(scenario);
    }

    /** From the next run on. */
    public void play(String name) {
        scenario = Scenario.named(name);
    }

    /** From the next run on, calls of these names never return; none of them to end that. */
    public void hang(String... calls) {
        hanging = Set.of(calls);
    }

    /** Its clock goes on by this much at once; otherwise it stands still. */
    public void later(Duration elapsed) {
        time = time.plus(elapsed);
    }

    /** How many runs have begun. */
    public int runs() {
        return runs.get();
    }

    public Workplace workplace() {
        return new Workplace(this::host, () -> time, System::nanoTime);
    }

    private Host host() {
        runs.incrementAndGet();
        return TroubledHost.of(scenario.host(), Set.of(), hanging);
    }
}
