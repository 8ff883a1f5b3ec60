package org.faultline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.faultline.fake.WatchedHost;
import org.faultline.fake.World;
import org.faultline.host.NetworkState;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageStatus;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Told to contact nothing beyond the gateway, the program does not, whatever is wrong with the machine. */
@Execution(ExecutionMode.CONCURRENT)
class NoExternalTest {

    /** What the profile names, and where the names lead in the fake world. */
    private static final List<InetAddress> OUTSIDE = Stream.of("1.1.1.1", "8.8.8.8", "9.9.9.9", "2606:4700:4700::1111", "2001:4860:4860::8888",
        "192.0.2.80", "192.0.2.81", "192.0.2.82", "2001:db8:80::80").map(World::address).toList();

    static List<Scenario> scenarios() {
        return Scenario.all().stream().filter(scenario -> scenario.fields().object("run").list("hang").isEmpty()
            && scenario.fields().object("run").text("service").isEmpty()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void nothingBeyondTheGatewayIsContacted(Scenario scenario) {
        WatchedHost watched = WatchedHost.of(scenario.host());
        Report report = scenario.run(watched.host(), false);
        assertThat(watched.contacted()).doesNotContainAnyElementsOf(OUTSIDE).allMatch(near(scenario));
        assertThat(watched.asked()).allMatch("localhost"::equals);
        assertThat(report.observations()).noneMatch(observation -> observation.stage() == Stage.EXTERNAL && !observation.probe().equals("person"));
        assertThat(report.diagnosis().stages()).filteredOn(stage -> stage.stage() == Stage.EXTERNAL)
            .allMatch(stage -> stage.status() == StageStatus.NOT_RUN);
    }

    /** This machine, its gateways, and its neighbours, by the state that the scenario describes. */
    private static Predicate<InetAddress> near(Scenario scenario) {
        List<NetworkState> states = scenario.host().state().value().stream().toList();
        return address -> address.isLoopbackAddress() || address.isLinkLocalAddress()
            || states.stream().flatMap(state -> state.addresses().stream()).anyMatch(own -> own.covers(address))
            || states.stream().flatMap(state -> state.routes().stream()).flatMap(route -> route.gateway().stream()).anyMatch(address::equals);
    }
}
