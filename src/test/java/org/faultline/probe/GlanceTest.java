package org.faultline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.fake.FakeHost;
import org.faultline.fake.Fields;
import org.faultline.fake.WatchedHost;
import org.faultline.fake.World;
import org.faultline.host.Host;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlanceTest {

    private static final Set<Stage> ALL = EnumSet.copyOf(Stage.PATH);

    private static Host home(String changes) {
        return new FakeHost(World.home().changedBy(Fields.parse("changes", changes)));
    }

    private static Situation situation(Host host, boolean external) {
        Targets targets = new Targets(List.of(World.address("1.1.1.1"), World.address("8.8.8.8")), List.of("example.com"), Optional.empty(), Optional.empty(),
            List.of(), List.of(), Targets.Thresholds.DEFAULT, external);
        return Situation.of(host, targets, () -> World.NOW);
    }

    private static Glance glance(String changes) {
        return Glance.at(situation(home(changes), true), ALL);
    }

    @Test
    void aHealthyHomeGivesAllSignsAndNothingIsDifferent() {
        Glance glance = glance("{}");
        assertThat(glance.signs()).extracting(Glance.Sign::what).contains("loopback-ipv4", "loopback-ipv6", "gateway", "external", "name");
        assertThat(glance.signs()).allMatch(sign -> sign.good() == Truth.YES && sign.roundTrip().isPresent());
        assertThat(glance("{}").differences(glance)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"echo": {"192.168.1.1": "silent"}}                                        | gateway
        {"echo": {"192.168.1.1": "ok 150"}}                                        | gateway
        {"dns": {"192.168.1.1/udp example.com/A": "SERVFAIL"}}                      | name
        {"dns": {"192.168.1.1/udp example.com/A": "silent"}}                        | name
        {"echo": {"*4": "silent", "*6": "silent"}, "tcp": {"*": "silent"}}         | external
        {"self": {"127.0.0.1": "connect silent"}}                                  | loopback-ipv4
        """)
    void whatChangesIsNamed(String changes, String what) {
        assertThat(glance(changes).differences(glance("{}"))).contains(what);
    }

    /** One operator's trouble is no reason to run the whole check. */
    @Test
    void oneOfTwoWellKnownHostsIsEnough() {
        assertThat(glance("{\"echo\": {\"1.1.1.1\": \"silent\"}, \"tcp\": {\"1.1.1.1\": \"silent\"}}").differences(glance("{}"))).isEmpty();
    }

    @Test
    void aSetUpThatChangedIsToldLineByLine() {
        List<String> different = glance("{\"resolvers\": [\"9.9.9.9\"]}").differences(glance("{}"));
        assertThat(different).contains("+ name server 9.9.9.9").anyMatch(line -> line.startsWith("- name server "));
    }

    @Test
    void withoutLeaveNothingBeyondTheGatewayIsContacted() {
        WatchedHost watched = WatchedHost.of(home("{}"));
        Glance.at(situation(watched.host(), false), ALL);
        assertThat(watched.contacted().stream().map(InetAddress::getHostAddress).collect(Collectors.toSet())).contains("127.0.0.1", "192.168.1.1")
            .noneMatch(address -> address.startsWith("1.1.") || address.startsWith("8.8."));
        assertThat(watched.asked()).isEmpty();
    }

    @Test
    void onlyTheStagesAskedForAreLookedAt() {
        WatchedHost watched = WatchedHost.of(home("{}"));
        Glance glance = Glance.at(situation(watched.host(), true), EnumSet.of(Stage.LOOPBACK_IPV4));
        assertThat(glance.signs()).extracting(Glance.Sign::what).containsExactly("loopback-ipv4");
        assertThat(watched.contacted()).hasSize(1);
    }
}
