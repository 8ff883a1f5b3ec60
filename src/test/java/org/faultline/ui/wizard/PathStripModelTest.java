package org.faultline.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faultline.model.Stage;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.scenario.Scenario;
import org.faultline.ui.page.Mark;
import org.faultline.ui.page.Origin;
import org.faultline.ui.page.Station;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathStripModelTest {

    private final PathStripModel model = new PathStripModel(new Texts("check", Locale.ENGLISH), new Words(Locale.ENGLISH));

    private List<Station> of(String scenario) {
        return model.stations(new RunState.Finished(Scenario.named(scenario).report(), Optional.empty(), false, new Origin.Here()));
    }

    @ParameterizedTest
    @CsvSource({
        "external/healthy-home, OK OK OK OK OK, -",
        "gateway/gateway-absent, OK OK OK FAULT QUIET, gateway",
        "interface/no-carrier, OK OK FAULT QUIET QUIET, interface",
        "external/upstream-silent, OK OK OK OK FAULT, external",
        "gateway/gateway-silent, OK OK OK INFO OK, -",
        "gateway/gateway-slow, OK OK OK WARNING OK, -"
    })
    void aStationForEachStageAndTheBreakWhereItLies(String scenario, String marks, String broken) {
        List<Station> stations = of(scenario);
        assertThat(String.join(" ", stations.stream().map(station -> station.mark().name()).toList())).isEqualTo(marks);
        assertThat(stations.stream().filter(Station::breakBefore).map(station -> station.stage().id()).findFirst().orElse("-")).isEqualTo(broken);
    }

    @Test
    void placesAreCalledByTheirNamesWithTimesAndAddresses() {
        assertThat(of("external/healthy-home")).map(Station::name).containsExactly("127.0.0.1", "::1", "enp3s0", "192.168.1.1", "Internet");
        assertThat(of("external/healthy-home")).map(Station::detail).containsExactly("0.02 ms", "0.02 ms", "192.168.1.20/24", "0.4 ms", "12 ms");
    }

    /** The router of the other family answered at once, and so did a host on the internet; neither speaks for what did not. */
    @Test
    void noTimeStandsBesideAFaultOrWhatWasNotJudged() {
        List<Station> stations = of("gateway/gateway-absent-beside-a-living-ipv6-router");
        assertThat(stations).map(Station::mark).containsExactly(Mark.OK, Mark.OK, Mark.OK, Mark.FAULT, Mark.QUIET);
        assertThat(stations).map(Station::detail).containsExactly("0.02 ms", "0.02 ms", "192.168.1.20/24", "", "");
        assertThat(of("external/dns-unreachable").getLast().mark()).isEqualTo(Mark.FAULT);
        assertThat(of("external/dns-unreachable").getLast().detail()).isEmpty();
    }

    @Test
    void theTimeOfAGatewayIsItsOwnAndNotThatOfTheOtherFamily() {
        assertThat(of("gateway/gateway-silent-beside-a-quick-ipv6-router").get(3).mark()).isEqualTo(Mark.INFO);
        assertThat(of("gateway/gateway-silent-beside-a-quick-ipv6-router").get(3).detail()).isEmpty();
    }

    @Test
    void whileItRunsTheFirstOpenStageTurns() {
        List<Station> stations = model.stations(new RunState.Running(EnumSet.of(Stage.INTERFACE, Stage.GATEWAY), Optional.empty(), List.of()));
        assertThat(stations).map(Station::mark).containsExactly(Mark.QUIET, Mark.QUIET, Mark.RUNNING, Mark.QUIET, Mark.QUIET);
    }

    /** What was asked from outside stands for itself: nothing turns any more. */
    @Test
    void afterCancellingNothingTurns() {
        List<Station> stations = model.stations(new RunState.Cancelling(EnumSet.copyOf(Stage.PATH), Optional.empty(), List.of()));
        assertThat(stations).map(Station::mark).containsOnly(Mark.QUIET);
    }
}
