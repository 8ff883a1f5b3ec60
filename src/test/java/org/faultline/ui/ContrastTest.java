package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read stands out enough from what it stands on (WCAG 2.2, 1.4.3: 4.5 to 1), computed from the tokens of the style sheet. */
class ContrastTest {

    private static final Pattern PAIR = Pattern.compile("contrast: (-[a-z-]+) on (-[a-z-]+)");
    private static final Pattern TOKEN = Pattern.compile("(-[a-z-]+): (#[0-9a-f]{6});");

    private static String sheet() throws IOException {
        return Files.readString(Path.of("src/main/resources/org/faultline/ui/faultline.css"));
    }

    private static Map<String, String> tokens(String selector) throws IOException {
        String sheet = sheet();
        int start = sheet.indexOf("\n" + selector + " {");
        Map<String, String> tokens = new HashMap<>();
        TOKEN.matcher(sheet.substring(start, sheet.indexOf('}', start))).results().forEach(token -> tokens.put(token.group(1), token.group(2)));
        return tokens;
    }

    @ParameterizedTest
    @ValueSource(strings = {".root", ".root.dark"})
    void everyPairThatIsReadStandsOut(String theme) throws IOException {
        Map<String, String> tokens = new HashMap<>(tokens(".root"));
        tokens.putAll(tokens(theme));
        List<MatchResult> pairs = PAIR.matcher(sheet()).results().toList();
        assertThat(pairs).hasSizeGreaterThan(20);
        assertThat(pairs).allSatisfy(pair -> assertThat(contrast(tokens.get(pair.group(1)), tokens.get(pair.group(2))))
            .as("%s on %s in %s", pair.group(1), pair.group(2), theme).isGreaterThanOrEqualTo(Contrast.LEAST));
    }

    /** A colour that only one theme defines would be that of the other theme there. */
    @Test
    void bothThemesDefineTheSameTokens() throws IOException {
        assertThat(tokens(".root.dark").keySet()).isEqualTo(tokens(".root").keySet());
    }

    /** Every colour of words in the sheet is a token of which a pair is listed. */
    @Test
    void wordsHaveTheColourOfAToken() throws IOException {
        List<String> listed = PAIR.matcher(sheet()).results().map(pair -> pair.group(1)).toList();
        List<String> used = Pattern.compile("-fx-text-fill: ([^;]+);").matcher(sheet()).results().map(use -> use.group(1)).distinct().toList();
        assertThat(listed).containsAll(used.stream().filter(colour -> !colour.equals("-surface")).toList());
    }

    /** A known pair: grey #767676 on white is the classic 4.54. */
    @Test
    void theFormulaIsThatOfWcag() {
        assertThat(contrast("#767676", "#ffffff")).isBetween(4.53, 4.55);
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21.0);
    }

    private static double contrast(String one, String other) {
        return Contrast.between(Color.web(one), Color.web(other));
    }
}
