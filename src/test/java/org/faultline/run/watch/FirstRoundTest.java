package org.faultline.run.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.faultline.host.EchoRequest;
import org.faultline.host.Host;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.run.Cancellation;
import org.faultline.run.Check;
import org.faultline.run.Profile;
import org.faultline.run.Workplace;
import org.faultline.run.watch.Round.Why;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a watch begins, on a host that may change while it is asked. */
@Execution(ExecutionMode.CONCURRENT)
class FirstRoundTest {

    private static final Check INSIDE = new Check(Profile.DEFAULT.withoutExternal(), EnumSet.range(Stage.LOOPBACK_IPV4, Stage.GATEWAY), Duration.ofSeconds(20));

    private final FakeTime time = new FakeTime();
    private final List<String> heard = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private Host machine = Scenario.named("external/healthy-home").host();
    private Runnable afterTheFirstVerdict = () -> { };

    private void watch(long count) {
        Workplace workplace = new Workplace(this::changingHost, time::instant, time::nanos);
        new Watch(new Watching(INSIDE, Duration.ofSeconds(30), count), workplace, time, new Listener() {
            @Override
            public void round(Round round) {
                rounds.add(round);
                heard.add("round " + round.number());
            }

            @Override
            public void changed(Change change) {
                switch (change) {
                    case Change.Began(_, var first) -> {
                        heard.add("began " + first.diagnosis().verdict().code());
                        afterTheFirstVerdict.run();
                    }
                    case Change.Came(var at, var incident, _, _) -> heard.add("came " + incident.fault().code() + " at " + at.nanos() / 1_000_000_000);
                    default -> heard.add(change.toString());
                }
            }
        }).run(new Cancellation()).orElseThrow();
    }

    private Host changingHost() {
        return (Host) Proxy.newProxyInstance(Host.class.getClassLoader(), new Class<?>[] {Host.class}, (_, method, arguments) -> {
            Stream.ofNullable(arguments).flatMap(Stream::of).filter(EchoRequest.class::isInstance).forEach(_ -> heard.add("echo"));
            return method.invoke(machine, arguments);
        });
    }

    /** Where nothing answers, a glance waits for seconds. */
    @Test
    void theVerdictIsToldBeforeAnythingIsGlancedAt() {
        machine = Scenario.named("gateway/gateway-absent").host();
        afterTheFirstVerdict = heard::clear;
        watch(1);
        assertThat(heard).startsWith("echo").endsWith("round 1");
        assertThat(rounds.getFirst().report()).isPresent();
        assertThat(rounds.getFirst().signs()).filteredOn(sign -> sign.what().equals("gateway")).isNotEmpty().allMatch(sign -> sign.good() == Truth.NO);
    }

    /** The glances after it see what the first glance saw, and would say nothing until the next regular check, ten minutes later. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gateway/gateway-absent | gateway-absent
        interface/no-carrier   | no-carrier
        """)
    void whatHappensBetweenTheFirstCheckAndTheFirstGlanceIsToldInTheSecondRound(String then, String code) {
        afterTheFirstVerdict = () -> machine = Scenario.named(then).host();
        watch(2);
        assertThat(heard).filteredOn(line -> !line.equals("echo")).containsExactly("began healthy", "round 1", "round 2", "came " + code + " at 30");
        assertThat(rounds.getLast().why()).isEqualTo(Why.DIFFERENT);
    }

    /** It is looked at closely once, not in every round. */
    @Test
    void aRouterThatNeverAnswersPingIsCheckedOnceMore() {
        machine = Scenario.named("gateway/gateway-silent").host();
        watch(4);
        assertThat(rounds).extracting(Round::why).containsExactly(Why.FIRST, Why.DIFFERENT, Why.GLANCE, Why.GLANCE);
    }
}
