package org.faultline.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.run.Profile;
import org.faultline.store.Settings;
import org.faultline.ui.wizard.ConsentModel.Kind;
import org.faultline.ui.wizard.ConsentModel.Target;
import org.junit.jupiter.api.Test;

class ConsentModelTest {

    private static final Path FOLDER = Path.of(".");

    private final ConsentModel model = new ConsentModel(Settings.DEFAULT, FOLDER);

    private Target target(String text) {
        return model.targets().stream().filter(target -> target.text().equals(text)).findFirst().orElseThrow();
    }

    @Test
    void beforeTheAnswerNothingBeyondTheRouterMayBeContacted() {
        assertThat(Settings.DEFAULT.runProfile(FOLDER).targets().external()).isFalse();
        assertThat(model.refused().runProfile(FOLDER).targets().external()).isFalse();
        assertThat(model.accepted().runProfile(FOLDER)).isEqualTo(Profile.DEFAULT);
    }

    @Test
    void everyTargetOfTheDefaultHasAnOperator() {
        assertThat(model.targets()).hasSize(12).allSatisfy(target -> assertThat(ConsentModel.operator(target.text())).isPresent());
    }

    @Test
    void whatWasNotTouchedFollowsLaterDefaults() {
        assertThat(model.accepted().profile()).isEmpty();
    }

    @Test
    void oneIsReplacedAndOneIsSwitchedOff() {
        target("1.1.1.1").replaceBy(" 192.0.2.1 ");
        target("8.8.8.8").switchOn(false);
        assertThat(model.problem()).isEmpty();
        assertThat(model.accepted().profile()).isEqualTo(Map.of("addresses", List.of("192.0.2.1", "9.9.9.9", "2606:4700:4700::1111", "2001:4860:4860::8888")));
    }

    @Test
    void oneIsAddedBesideTheUsualOnes() {
        model.add(Kind.ADDRESSES).replaceBy("192.0.2.1");
        assertThat(model.problem()).isEmpty();
        assertThat(model.accepted().profile()).isEqualTo(Map.of("addresses", List.of("1.1.1.1", "8.8.8.8", "9.9.9.9", "2606:4700:4700::1111", "2001:4860:4860::8888", "192.0.2.1")));
    }

    @Test
    void oneOfWhichNothingIsTypedIsWrong() {
        Target added = model.add(Kind.HTTPS);
        assertThat(model.wrong()).containsExactly(added);
    }

    /** There is one to compare with; where it was left out, another can be named. */
    @Test
    void aNameServerIsAddedWhereThereIsNone() {
        assertThat(model.takesMore(Kind.RESOLVER)).isFalse();
        ConsentModel without = new ConsentModel(Settings.DEFAULT.withProfile(Map.of("publicResolver", "")), FOLDER);
        assertThat(without.takesMore(Kind.RESOLVER)).isTrue();
        without.add(Kind.RESOLVER).replaceBy("9.9.9.9");
        assertThat(without.accepted().profile()).isEqualTo(Map.of("publicResolver", "9.9.9.9"));
    }

    /** Other choices of the profile stay. */
    @Test
    void theUsualOnesComeBack() {
        ConsentModel changed = new ConsentModel(Settings.DEFAULT.withProfile(Map.of("addresses", List.of("192.0.2.1"), "publicResolver", "", "thresholds", Map.of("dnsMs", 300))), FOLDER);
        changed.targets().getFirst().replaceBy("192.0.2.2");
        changed.putBack();
        assertThat(changed.targets()).hasSize(12);
        assertThat(changed.accepted().profile()).isEqualTo(Map.of("thresholds", Map.of("dnsMs", 300)));
    }

    @Test
    void wholeKindsCanBeSwitchedOff() {
        model.targets().stream().filter(target -> target.kind() == Kind.PORTAL || target.kind() == Kind.RESOLVER || target.kind() == Kind.HTTPS)
            .forEach(target -> target.switchOn(false));
        Profile profile = model.accepted().runProfile(FOLDER);
        assertThat(profile.targets().portal()).isEmpty();
        assertThat(profile.targets().publicResolver()).isEmpty();
        assertThat(profile.targets().https()).isEmpty();
        assertThat(profile.targets().addresses()).isEqualTo(Profile.DEFAULT.targets().addresses());
    }

    @Test
    void whatCannotBeATargetIsRefusedAtItsPlace() {
        Target wrong = target("wikipedia.org");
        wrong.replaceBy("not a name");
        assertThat(model.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.target()).isEqualTo(Optional.of(wrong));
            assertThat(problem.message()).contains("\"not a name\" is not a host name");
        });
        wrong.switchOn(false);
        assertThat(model.problem()).isEmpty();
    }
}
