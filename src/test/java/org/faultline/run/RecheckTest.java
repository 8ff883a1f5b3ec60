package org.faultline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import org.faultline.diagnosis.Comparison.Trend;
import org.faultline.diagnosis.Comparison;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.fake.FakeHost;
import org.faultline.fake.Fields;
import org.faultline.fake.WatchedHost;
import org.faultline.fake.World;
import org.faultline.host.Host;
import org.faultline.model.Conversation;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Check again: what is measured anew, what is kept, and when the whole check is run after all. */
@Execution(ExecutionMode.CONCURRENT)
class RecheckTest {

    private static final String UPSTREAM_DEAD = """
        {"echo": {"192.168.1.1": "ok 0.4", "*": "silent"}, "tcp": {"192.168.1.1": "refused", "*": "silent"},
         "dns": {"192.168.1.1": "silent", "8.8.8.8": "silent"}, "trace": {"*4": "192.168.1.1 * *"}}""";
    private static final String DNS_DEAD = """
        {"dns": {"192.168.1.1": "silent"}, "resolve": {"*": "timed-out", "example.com": "timed-out", "example.org": "timed-out", "portal.example": "timed-out"}}""";
    private static final String GATEWAY_DEAD = """
        {"neighbours": {"192.168.1.1": "failed", "fe80::1": "failed"}, "echo": {"*": "EHOSTUNREACH", "192.168.1.1": "EHOSTUNREACH"},
         "tcp": {"*": "EHOSTUNREACH", "192.168.1.1": "EHOSTUNREACH"}, "dns": {"192.168.1.1": "silent", "8.8.8.8": "silent"}}""";
    private static final String CABLE_OUT = """
        {"links": {"enp3s0": {"carrier": false}}, "echo": {"192.168.1.1": "ENETUNREACH", "*": "ENETUNREACH"},
         "tcp": {"192.168.1.1": "ENETUNREACH", "*": "ENETUNREACH"}, "dns": {"192.168.1.1": "silent", "8.8.8.8": "silent"}}""";
    private static final String LOOPBACK_BLOCKED = """
        {"self": {"*": "connect silent"}, "echo": {"127.0.0.1": "silent", "192.168.1.1": "ok 0.4", "*": "silent"},
         "tcp": {"192.168.1.1": "refused", "*": "silent"}, "dns": {"192.168.1.1": "silent", "8.8.8.8": "silent"}}""";
    private static final String HEALTHY = "{}";

    private final Deque<Host> hosts = new ArrayDeque<>();
    private int runs;
    private final Check check = new Check(Profile.DEFAULT, EnumSet.copyOf(Stage.PATH), Duration.ofSeconds(20));
    private final Workplace workplace = new Workplace(() -> {
        runs++;
        return hosts.size() > 1 ? hosts.removeFirst() : hosts.getFirst();
    }, InstantSource.fixed(World.NOW), System::nanoTime);

    @Test
    void aMendedUpstreamIsBetterAndLoopbackIsNotMeasuredAgain() {
        WatchedHost second = WatchedHost.of(host(HEALTHY));
        Recheck.Rechecked again = recheck(host(UPSTREAM_DEAD), second.host());
        assertThat(again.report().diagnosis().verdict().status()).isEqualTo(Verdict.Status.HEALTHY);
        assertThat(again.from()).contains(Stage.EXTERNAL);
        assertThat(again.comparison().trend()).isEqualTo(Trend.BETTER);
        assertThat(again.comparison().gone()).extracting(Finding::fault).containsExactly(Fault.UPSTREAM_SILENT);
        assertThat(again.comparison().stages()).filteredOn(stage -> stage.stage() == Stage.EXTERNAL).extracting(Comparison.StageChange::trend)
            .containsExactly(Trend.BETTER);
        assertThat(again.report().observations()).filteredOn(seen -> seen.probe().equals("loopback-tcp")).isNotEmpty()
            .allMatch(RecheckTest::isKept);
        assertThat(again.report().observations()).filteredOn(seen -> seen.stage() == Stage.EXTERNAL).isNotEmpty().noneMatch(RecheckTest::isKept);
    }

    @Test
    void whatTheMachineTellsAtOnceIsReadAnew() {
        Report report = recheck(host(UPSTREAM_DEAD), host(HEALTHY)).report();
        assertThat(report.observations()).filteredOn(seen -> List.of("carrier", "address", "adapters", "default-route").contains(seen.probe()))
            .isNotEmpty().noneMatch(RecheckTest::isKept);
    }

    @Test
    void idsStayUnique() {
        Report report = recheck(host(UPSTREAM_DEAD), host(UPSTREAM_DEAD)).report();
        assertThat(report.observations()).extracting(Observation::id).doesNotHaveDuplicates();
    }

    @Test
    void theSameFaultRestsOnWhatFailedNow() {
        Recheck.Rechecked again = recheck(host(UPSTREAM_DEAD), host(UPSTREAM_DEAD));
        assertThat(again.from()).contains(Stage.EXTERNAL);
        assertThat(again.comparison().trend()).isEqualTo(Trend.SAME);
        assertThat(again.report().diagnosis().verdict().finding().orElseThrow().because()).filteredOn(Observation::failed).isNotEmpty()
            .noneMatch(RecheckTest::isKept);
    }

    @Test
    void aFaultBehindTheMendedOneIsFoundByTheWholeCheck() {
        Recheck.Rechecked again = recheck(host(GATEWAY_DEAD), host(DNS_DEAD));
        assertThat(again.report().diagnosis().verdict().code()).isEqualTo("dns-unreachable");
        assertThat(again.from()).isEmpty();
        assertThat(again.comparison().trend()).isEqualTo(Trend.BETTER);
        assertThat(again.report().observations()).noneMatch(RecheckTest::isKept);
    }

    @Test
    void aCablePulledMeanwhileIsNotBlamedOnTheProvider() {
        Recheck.Rechecked again = recheck(host(UPSTREAM_DEAD), host(CABLE_OUT));
        assertThat(again.report().diagnosis().verdict().code()).isEqualTo("no-carrier");
        assertThat(again.from()).isEmpty();
        assertThat(again.comparison().trend()).isEqualTo(Trend.WORSE);
    }

    /** What was seen of loopback before would let the name server be blamed for it. */
    @Test
    void aLoopbackBrokenMeanwhileIsNotBlamedOnSomebodyElse() {
        Recheck.Rechecked again = recheck(host(DNS_DEAD), host(LOOPBACK_BLOCKED));
        assertThat(again.report().diagnosis().verdict().code()).isEqualTo("loopback-blocked");
        assertThat(again.from()).isEmpty();
    }

    @Test
    void afterAHealthyVerdictEverythingIsMeasured() {
        assertThat(recheck(host(HEALTHY), host(HEALTHY)).from()).isEmpty();
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void theConversationKeepsBeforeAndAfter() {
        Report report = recheck(host(UPSTREAM_DEAD), host(HEALTHY)).report();
        assertThat(report.conversation().rechecks()).containsExactly(new Conversation.Recheck(World.NOW, Verdict.Status.FAULT, "upstream-silent",
            Verdict.Status.HEALTHY, "healthy"));
        assertThat(report.conversation().timeline()).singleElement()
            .satisfies(entry -> assertThat(entry.who() + " " + entry.what() + " " + entry.about()).isEqualTo("program checked-again external"));
    }

    @Test
    void whatAPersonSaidBeforeTheFixIsAskedAnew() {
        hosts.add(host(UPSTREAM_DEAD));
        Guide guide = Guide.begin("test", Stage.PATH, World.NOW);
        Leg leg = new Stepwise(check, workplace).measure(check.stages(), guide.leg(), new Cancellation(), Progress.NONE);
        Report told = guide.settled(leg).answered(PersonQuestion.LIGHTS_ON, Truth.NO, World.NOW).report();
        assertThat(told.observations()).anyMatch(PersonQuestion::isTold);
        Report again = new Recheck(check, workplace).run(told, new Cancellation(), Progress.NONE).report();
        assertThat(again.observations()).noneMatch(PersonQuestion::isTold);
    }

    private Recheck.Rechecked recheck(Host before, Host after) {
        hosts.addAll(List.of(before, after));
        Report first = check.run(workplace, new Cancellation(), Progress.NONE);
        return new Recheck(check, workplace).run(first, new Cancellation(), Progress.NONE);
    }

    private static boolean isKept(Observation seen) {
        return seen.values().containsKey(Recheck.SEEN_AT);
    }

    private static Host host(String changes) {
        return new FakeHost(World.home().changedBy(Fields.parse("changes", changes)));
    }
}
