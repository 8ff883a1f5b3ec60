package org.faultline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.faultline.json.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileWriterTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"addresses\": [], \"names\": [], \"https\": [], \"publicResolver\": \"\", \"portal\": {\"url\": \"\"}}",
        "{\"publicResolver\": \"[2001:db8::1]:5353\", \"services\": [\"22\"], \"thresholds\": {\"dnsMs\": 1.5}}",
        "{\"portal\": {\"url\": \"http://a.example/\", \"expectStatus\": 200, \"expectBody\": \"hello\"}}"})
    void whatIsWrittenReadsAsTheSame(String text) {
        Profile profile = ProfileReader.read(text.getBytes(StandardCharsets.UTF_8), Path.of("."));
        assertThat(ProfileReader.read(JsonText.write(ProfileWriter.document(profile)), Path.of("."))).isEqualTo(profile);
    }
}
