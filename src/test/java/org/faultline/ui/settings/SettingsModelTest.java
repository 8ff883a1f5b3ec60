package org.faultline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.faultline.store.Settings;
import org.faultline.store.Settings.Consent;
import org.faultline.ui.settings.SettingsModel.Changed;
import org.faultline.ui.settings.SettingsModel.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsModelTest {

    private final SettingsModel model = new SettingsModel(Path.of("."));

    @ParameterizedTest
    @CsvSource({"GATEWAY, 100", "LOSS, 5", "DNS, 400", "EXTERNAL, 300"})
    void limitsStartAsUsual(Limit limit, String usual) {
        assertThat(model.value(Settings.DEFAULT, limit)).isEqualTo(usual);
    }

    @Test
    void oneLimitIsChangedAndTheOthersStay() {
        Settings changed = model.with(Settings.DEFAULT, Limit.LOSS, " 2,5 ").settings().orElseThrow();
        assertThat(model.value(changed, Limit.LOSS)).isEqualTo("2.5");
        assertThat(model.value(changed, Limit.DNS)).isEqualTo("400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "much", "-1", "101", "NaN", "1e400"})
    void whatIsNoShareIsRefused(String typed) {
        Changed changed = model.with(Settings.DEFAULT, Limit.LOSS, typed);
        assertThat(changed.settings()).isEmpty();
        assertThat(changed.problem()).isEqualTo(typed);
    }

    @Test
    void usualSettingsAskAgainAndKeepWhatPagesKeep() {
        Settings usual = model.usual(Settings.DEFAULT.with(Consent.ACCEPTED).withTextPercent(150).withMore(Map.of("history", "kept")));
        assertThat(usual.consent()).isEqualTo(Consent.UNASKED);
        assertThat(usual.textPercent()).isEqualTo(100);
        assertThat(usual.more()).containsEntry("history", "kept");
    }
}
