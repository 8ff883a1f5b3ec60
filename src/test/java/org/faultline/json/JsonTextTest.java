package org.faultline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON as RFC 8259 has it, and where it goes wrong. */
class JsonTextTest {

    private static Object read(String text) {
        return JsonText.read(text.getBytes(StandardCharsets.UTF_8), 1 << 20, "file").value();
    }

    @Test
    void everyKindOfValueIsRead() {
        assertThat(read(" {\"a\" : [1, -2.5e1, 30000000000, true, false, null, \"\\u00e4\\n\\ud83d\\ude00ü\"], \"b\": {}, \"c\": []}\r\n"))
            .isEqualTo(Map.of("a", List.of(1, -25, 30000000000L, true, false, JsonText.NULL, "ä\n😀ü"), "b", Map.of(), "c", List.of()));
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(read("\uFEFF{}")).isEqualTo(Map.of());
    }

    /** {@code ~} stands for a line end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"a": 1,}               | file: not JSON, line 1, column 9: after a comma there has to be another item, not }
        {~  "a": [1, 2,~  ]~}   | file: not JSON, line 3, column 3: after a comma there has to be another item, not ]
        {~ "a": 1~ "b": 2~}     | file: not JSON, line 3, column 2: a comma or } was expected, not "
        {"a" 1}                 | file: not JSON, line 1, column 6: a colon after the key was expected, not 1
        {a: 1}                  | file: not JSON, line 1, column 2: a key in quotes was expected, not a
        {,}                     | file: not JSON, line 1, column 2: a key in quotes was expected, not ,
        [,]                     | file: not JSON, line 1, column 2: a value was expected, not ,
        {"ä😀": nul}            | file: not JSON, line 1, column 8: a value was expected, not n
        {"a": 1} x              | file: not JSON, line 1, column 10: there is text after the end of the document
        {"a": "b                | file: not JSON, line 1, column 9: it ends too early
        {"a": "b~c"}            | file: not JSON, line 1, column 9: inside a text a control character has to be written \\u000a
        {"a": "\\x"}             | file: not JSON, line 1, column 8: there is no such escape
        {"a": "\\u12g4"}         | file: not JSON, line 1, column 10: four hexadecimal digits have to follow \\u
        {"a": "\\ud800"}         | file: not JSON, line 1, column 7: this text holds half a surrogate pair
        {"a": 01}               | file: not JSON, line 1, column 8: a comma or } was expected, not 1
        {"a": 1.}               | file: not JSON, line 1, column 9: a digit was expected, not }
        {"a": -}                | file: not JSON, line 1, column 8: a digit was expected, not }
        {"a": +1}               | file: not JSON, line 1, column 7: a value was expected, not +
        {"a": NaN}              | file: not JSON, line 1, column 7: a value was expected, not N
        {"a": 1e999}            | file.a: this number is out of range
        {"a": 1e99999999999}    | file.a: this number is out of range
        {"a": {"b": 1, "b": 2}} | file.a.b: stands there twice
        // a                    | file: not JSON, line 1, column 1: a value was expected, not /
        """)
    void whatIsWrongIsNamedWithLineAndColumn(String text, String message) {
        assertThatThrownBy(() -> read(text.replace('~', '\n'))).isInstanceOf(BadJson.class).hasMessage(message);
    }

    @Test
    void bytesThatAreNoUtf8AreNamedWithTheirPlace() {
        byte[] text = {'{', '\n', '"', (byte) 0xC3, '"', '}'};
        assertThatThrownBy(() -> JsonText.read(text, 100, "file")).isInstanceOf(BadJson.class)
            .hasMessage("file: not JSON, line 2, column 2: these bytes are not UTF-8");
    }

    @Test
    void aNumberOfAMillionDigitsIsRefusedAtOnce() {
        assertThatThrownBy(() -> read("[" + "9".repeat(1_000_000) + "]")).isInstanceOf(BadJson.class).hasMessage("file[0]: this number is out of range");
    }

    @Test
    void everyKindOfValueIsWritten() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("a \"b\\", List.of(1, -25.5, 30_000_000_000L, true, JsonText.NULL, Double.NaN, Map.of(), List.of()));
        values.put("text", "\b\f\n\r\t\u0000\u001f /\u007fü😀");
        assertThat(JsonText.line(values)).isEqualTo("{\"a \\\"b\\\\\":[1,-25.5,30000000000,true,null,null,{},[]],"
            + "\"text\":\"\\b\\f\\n\\r\\t\\u0000\\u001F /\u007fü😀\"}");
    }

    /** It cannot be written in UTF-8. */
    @Test
    void halfASurrogatePairIsWrittenAsAQuestionMark() {
        assertThat(JsonText.line(Map.of("\ud83d", "a\ude00b"))).isEqualTo("{\"?\":\"a?b\"}");
    }

    /** 130 characters with their indentation still stand in one line, one more does not. */
    @Test
    void whatIsTooLongForOneLineIsIndented() {
        String longest = "x".repeat(130 - "  ['x',[1]]".length());
        assertThat(new String(JsonText.write(Map.of("key", List.of(longest + "x", List.of(1)))), StandardCharsets.UTF_8))
            .isEqualTo("{\n  \"key\": [\"" + longest + "x\",[1]]\n}\n");
        assertThat(new String(JsonText.write(Map.of("key", List.of(longest + "xx", List.of(1)))), StandardCharsets.UTF_8))
            .isEqualTo("{\n  \"key\": [\n    \"" + longest + "xx\",\n    [1]\n  ]\n}\n");
    }

    @Test
    void whatWasWrittenIsReadBack() {
        Map<String, Object> document = Map.of("text", "\u0000\u001b[2J \"quoted\" \\ \u202e ü 😀");
        assertThat(JsonText.read(JsonText.write(document), 1 << 20, "file").value()).isEqualTo(document);
    }
}
