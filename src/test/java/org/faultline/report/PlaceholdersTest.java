package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    @Test
    void aKnownFactIsFilledAndAnUnknownOneStoodInFor() {
        assertThat(sentence("Between {interface} and {gateway}.", Map.of("interface", "enp3s0")))
                .isEqualTo("Between enp3s0 and <gateway>.");
    }

    @Test
    void aBlankFactCountsAsUnknown() {
        assertThat(sentence("Ask {resolver}.", Map.of("resolver", " "))).isEqualTo("Ask <resolver>.");
    }

    @Test
    void aValueThatLooksLikeAPlaceholderStaysAsItIs() {
        assertThat(sentence("Ask {resolver}.", Map.of("resolver", "{gateway} $1 \\", "gateway", "10.0.0.1")))
                .isEqualTo("Ask {gateway} $1 \\.");
    }

    @Test
    void controlAndDirectionMarksBecomeVisible() {
        assertThat(sentence("{site}", Map.of("site", "a\u001b[31m\n\u202eb\u2028")))
                .isEqualTo("a\\u001b[31m\\u000a\\u202eb\\u2028");
    }

    @Test
    void ordinaryLettersOfAnyLanguageStay() {
        assertThat(sentence("{site}", Map.of("site", "bücher.例え 😀"))).isEqualTo("bücher.例え 😀");
    }

    @Test
    void aLongValueIsCappedAndSaysSo() {
        assertThat(sentence("{site}", Map.of("site", "x".repeat(200)))).isEqualTo("x".repeat(200));
        assertThat(sentence("{site}", Map.of("site", "x".repeat(201)))).isEqualTo("x".repeat(199) + "…");
        assertThat(sentence("{site}", Map.of("site", "a" + "\n".repeat(100_000)))).hasSize(200).endsWith("…");
        assertThat(sentence("{site}", Map.of("site", "😀".repeat(300)))).isEqualTo("😀".repeat(199) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enp3s0", "192.168.1.1", "2606:4700:4700::1111", "fe80::1%eth0", "::1", "wlan0.10", "example.com",
            "bücher.example"})
    void namesAndAddressesGoIntoACommand(String value) {
        assertThat(command(value)).isEqualTo("ping " + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;reboot", "$(reboot)", "`reboot`", "a b", "-f", "a|b", "a&b", "a>b", "a\nb", "\"a", "'a", "a\\b",
            "%PATH%", "a%b%c", "../x", "*",
            "~", "{gateway}", "!x", "#x"})
    void whatAShellCouldReadOtherwiseNeverDoes(String value) {
        assertThat(command(value)).isEqualTo("ping <target>");
    }

    @Test
    void anEndlessNameNeverGoesIntoACommand() {
        assertThat(command("x".repeat(201))).isEqualTo("ping <target>");
    }

    @ParameterizedTest
    @CsvSource({"::1, https://[::1]:8443/", "fe80::1%eth0, https://[fe80::1%25eth0]:8443/", "192.168.1.1, https://192.168.1.1:8443/",
            "shop.example, https://shop.example:8443/", "$(reboot), https://<host>:8443/"})
    void anAddressStandsInBracketsInAUrl(String host, String url) {
        assertThat(Placeholders.inCommand("https://{host}:{port}/", Map.of("host", host, "port", "8443"), name -> "<" + name + ">")).isEqualTo(url);
    }

    private static String sentence(String template, Map<String, String> facts) {
        return Placeholders.inSentence(template, facts, name -> "<" + name + ">");
    }

    private static String command(String value) {
        return Placeholders.inCommand("ping {target}", Map.of("target", value), name -> "<" + name + ">");
    }
}
