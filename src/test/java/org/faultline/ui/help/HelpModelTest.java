package org.faultline.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.faultline.model.Fault;
import org.faultline.model.Stage;
import org.faultline.ui.help.HelpModel.Part;
import org.faultline.ui.help.HelpModel.Topic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpModelTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyTopicHasAPage(String language) {
        HelpModel help = new HelpModel(Locale.forLanguageTag(language), "linux");
        assertThat(help.topics()).extracting(Topic::id).contains("start", "loopback", "keys").doesNotHaveDuplicates()
            .contains(java.util.Arrays.stream(Fault.values()).map(Fault::code).toArray(String[]::new))
            .contains(java.util.Arrays.stream(Stage.values()).map(Stage::id).toArray(String[]::new));
        assertThat(help.topics()).allSatisfy(topic -> assertThat(help.page(topic.id())).as(topic.id()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"router ping", "ROUTER", "gateway-silent"})
    void aSearchFindsWordsInAnyOrder(String words) {
        HelpModel help = new HelpModel(Locale.ENGLISH, "linux");
        assertThat(help.matching(words)).extracting(Topic::id).contains("gateway-silent").hasSizeLessThan(help.topics().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no such words anywhere", "xyzzy"})
    void aSearchWithoutAHitFindsNothing(String words) {
        assertThat(new HelpModel(Locale.ENGLISH, "linux").matching(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "windows", "macos"})
    void commandsAreThoseOfTheSystem(String os) {
        Optional<String> command = new HelpModel(Locale.ENGLISH, os).page("gateway-absent").stream()
            .flatMap(part -> part instanceof Part.Step step ? step.remedy().command().stream() : java.util.stream.Stream.empty()).findFirst();
        assertThat(command).isPresent();
    }
}
