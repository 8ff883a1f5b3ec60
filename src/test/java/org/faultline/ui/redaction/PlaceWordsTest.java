package org.faultline.ui.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.faultline.report.Redaction;
import org.faultline.report.Texts;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceWordsTest {

    private static PlaceWords words(String language) {
        return new PlaceWords(new Texts("redaction", Locale.of(language)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "machine.hostname|en|name of this computer", "machine.interfaces[2].mac|en|hardware address of a network adapter",
        "machine.hostname|de|Name dieses Computers", "session.notes[0].text|de|Ihre Notiz",
        "observations[12].values.addresses[0]|en|something that was seen", "something.new|en|part of the report"})
    void aFieldIsCalledByWhatItHolds(String field, String language, String expected) {
        assertThat(words(language).of(field)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway/gateway-absent", "external/healthy-home", "service/up-web"})
    void noFieldOfARunIsWithoutWords(String scenario) {
        assertThat(Redaction.of(Scenario.named(scenario).report()).passages()).isNotEmpty()
            .allSatisfy(passage -> assertThat(words("en").of(passage.where())).as(passage.where()).isNotEqualTo("part of the report"));
    }
}
