package org.faultline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        tell.sh                          | tell.sh
        tell.sh  night   shift           | tell.sh;night;shift
        tell.sh "the night shift" 'a b'  | tell.sh;the night shift;a b
        tell.sh $HOME $(rm *)            | tell.sh;$HOME;$(rm;*)
        "/a folder/tell.sh" ""           | /a folder/tell.sh;
        """)
    void aCommandIsWordsAndNothingElse(String text, String words) {
        assertThat(Wishes.command(text).map(found -> String.join(";", found))).contains(words.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tell.sh \"night", "tell.sh 'night", "tell.sh a\"b c\"", "\"a\"b"})
    void aQuoteThatIsNoneIsRefused(String text) {
        assertThat(Wishes.command(text)).isEmpty();
    }

    @Test
    void nothingIsNoCommand() {
        assertThat(Wishes.command("  ")).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org/hook", "ftp://example.org", "file:///etc/passwd", "https://", "https://me:secret@example.org/hook", "https://exa mple.org"})
    void aWebhookIsAnAddressOfTheWeb(String text) {
        assertThat(Wishes.webhook(text)).isEmpty();
    }

    @Test
    void aGoodWebhookIsTaken() {
        assertThat(Wishes.webhook("https://example.org:8443/hook?key=1")).isEqualTo(Optional.of(URI.create("https://example.org:8443/hook?key=1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:9469", "[::1]:9469", "localhost:9469", "127.0.0.53:1"})
    void metricsAreServedOnThisComputerAlone(String text) {
        assertThat(Wishes.loopback(text)).hasValueSatisfying(address -> assertThat(address.getAddress().isLoopbackAddress()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9469", "127.0.0.1", "0.0.0.0:9469", "192.168.1.10:9469", "127.0.0.1:70000", "127.0.0.999:9469", "example.org:9469"})
    void andNowhereElse(String text) {
        assertThat(Wishes.loopback(text)).isEmpty();
    }
}
