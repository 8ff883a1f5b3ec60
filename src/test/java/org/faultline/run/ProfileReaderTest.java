package org.faultline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.faultline.json.BadJson;
import org.faultline.probe.Targets;
import org.faultline.report.Mutation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a profile may say, and how it is told that it may not. */
class ProfileReaderTest {

    private static final String FULL = """
        {
          "addresses": ["1.1.1.1", "2606:4700:4700::1111"],
          "names": ["example.com", "xn--bcher-kva.de."],
          "publicResolver": "9.9.9.9:5353",
          "portal": {"url": "http://portal.example/generate_204", "expectStatus": 200, "expectBody": "success"},
          "https": ["https://example.com/", "https://example.org:8443/x"],
          "trust": [],
          "services": ["5432", "localhost:5432", "[::1]:80", "http://localhost:8080/health"],
          "thresholds": {"gatewayRttMs": 12.5, "lossPercent": 0, "dnsMs": 250, "externalRttMs": 60000}
        }
        """;

    @TempDir
    private Path folder;

    private Profile read(String json) {
        return ProfileReader.read(json.getBytes(StandardCharsets.UTF_8), folder);
    }

    @Test
    void everyKeyIsRead() {
        Profile profile = read(FULL);
        Targets targets = profile.targets();
        assertThat(targets.addresses()).containsExactly(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("2606:4700:4700::1111"));
        assertThat(targets.names()).containsExactly("example.com", "xn--bcher-kva.de.");
        assertThat(targets.publicResolver()).contains(new InetSocketAddress(InetAddress.ofLiteral("9.9.9.9"), 5353));
        assertThat(targets.portal().orElseThrow().expectStatus()).isEqualTo(200);
        assertThat(targets.portal().orElseThrow().expectBody()).isEqualTo("success");
        assertThat(targets.https()).extracting(Object::toString).containsExactly("https://example.com/", "https://example.org:8443/x");
        assertThat(targets.external()).isTrue();
        assertThat(targets.thresholds()).isEqualTo(new Targets.Thresholds(Duration.ofNanos(12_500_000), 0, Duration.ofMillis(250), Duration.ofMinutes(1)));
        assertThat(profile.services()).containsExactly("5432", "localhost:5432", "[::1]:80", "http://localhost:8080/health");
    }

    @Test
    void anEmptyProfileIsTheDefault() {
        assertThat(read("{}")).isEqualTo(Profile.DEFAULT);
    }

    @Test
    void whatIsLeftOutKeepsItsDefault() {
        Targets targets = read("{\"names\": [\"intranet.example\"], \"thresholds\": {\"dnsMs\": 50}, \"portal\": {\"expectBody\": \"ok\"}}").targets();
        Targets usual = Profile.DEFAULT.targets();
        assertThat(targets.names()).containsExactly("intranet.example");
        assertThat(targets.addresses()).isEqualTo(usual.addresses());
        assertThat(targets.thresholds().dns()).isEqualTo(Duration.ofMillis(50));
        assertThat(targets.thresholds().lossPercent()).isEqualTo(5);
        assertThat(targets.portal().orElseThrow().url()).isEqualTo(usual.portal().orElseThrow().url());
    }

    @Test
    void whatIsEmptySwitchesThatKindOff() {
        Targets targets = read("{\"addresses\": [], \"names\": [], \"https\": [], \"publicResolver\": \"\", \"portal\": {\"url\": \"\"}}").targets();
        assertThat(targets.addresses()).isEmpty();
        assertThat(targets.names()).isEmpty();
        assertThat(targets.https()).isEmpty();
        assertThat(targets.publicResolver()).isEmpty();
        assertThat(targets.portal()).isEmpty();
    }

    @Test
    void theDefaultAsksUnrelatedOperators() {
        Targets usual = Profile.DEFAULT.targets();
        assertThat(usual.addresses()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(usual.https().stream().map(url -> url.getHost())).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(Profile.DEFAULT.withoutExternal().targets().external()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        []                                          | profile: a list is not an object {…}
        {"adresses": []}                            | profile.adresses: there is no such key; known are addresses, https, names,
        {"addresses": "1.1.1.1"}                    | profile.addresses: "1.1.1.1" is not a list […]
        {"addresses": [1]}                          | profile.addresses[0]: 1 is not a text in quotes
        {"addresses": null}                         | profile.addresses: null is not a list
        {"addresses": ["1.1.1.1", "one.one"]}       | profile.addresses[1]: "one.one" is not an IPv4 or IPv6 address
        {"addresses": ["1.1"]}                      | profile.addresses[0]: "1.1" is not an address as one writes it; did you mean 1.0.0.1?
        {"addresses": ["0.0.0.0"]}                  | profile.addresses[0]: "0.0.0.0" is not the address of one host
        {"addresses": ["224.0.0.1"]}                | profile.addresses[0]: "224.0.0.1" is not the address of one host
        {"addresses": ["ff02::1"]}                  | profile.addresses[0]: "ff02::1" is not the address of one host
        {"names": ["-x.example"]}                   | profile.names[0]: "-x.example" is not a host name such as example.com
        {"names": ["1.1.1.1"]}                      | profile.names[0]: "1.1.1.1" is not a host name
        {"names": ["bücher.de"]}                    | profile.names[0]: "bücher.de" is not a host name such as example.com; write it as xn--bcher-kva.de
        {"names": ["https://x.example/"]}           | profile.names[0]: "https://x.example/" is not a host name
        {"publicResolver": "dns.google"}            | profile.publicResolver: "dns.google" is not an IPv4 or IPv6 address
        {"publicResolver": "8.8.8.8:0"}             | profile.publicResolver: "8.8.8.8:0" has no port between 1 and 65535
        {"publicResolver": null}                    | profile.publicResolver: null is not a text in quotes
        {"portal": {"url": "https://x.example/"}}   | profile.portal.url: "https://x.example/" is not a URL such as http://example.com/
        {"portal": {"expectStatus": 20}}            | profile.portal.expectStatus: 20 is not a status of HTTP between 200 and 599
        {"portal": {"expectStatus": 204.5}}         | profile.portal.expectStatus: 204.5 is not a whole number
        {"portal": {"status": 204}}                 | profile.portal.status: there is no such key; known are expectBody, expectStatus, url
        {"https": ["http://x.example/"]}            | profile.https[0]: "http://x.example/" is not a URL such as https://example.com/
        {"https": ["https://user:pw@x.example/"]}   | profile.https[0]:
        {"https": ["https://x.example:99999/"]}     | profile.https[0]:
        {"https": ["file:///etc/passwd"]}           | profile.https[0]: "file:///etc/passwd" is not a URL such as https://example.com/
        {"trust": ["nothing.pem"]}                  | profile.trust[0]: there is no file
        {"trust": ["\\u0000"]}                      | profile.trust[0]: "�" cannot be the name of a file
        {"services": ["localhost:http"]}            | profile.services[0]: "localhost:http" has no port between 1 and 65535
        {"services": ["70000"]}                     | profile.services[0]: "70000" has no port between 1 and 65535
        {"services": ["::1:80"]}                    | profile.services[0]: "::1:80" is not PORT, HOST:PORT, [IPv6]:PORT or a URL; an IPv6 address needs brackets
        {"services": ["http://"]}                   | profile.services[0]: "http://" is not a URL
        {"thresholds": {"lossPercent": -3}}         | profile.thresholds.lossPercent: -3 is not between 0 and 100
        {"thresholds": {"lossPercent": 100.5}}      | profile.thresholds.lossPercent: 100.5 is not between 0 and 100
        {"thresholds": {"dnsMs": 0}}                | profile.thresholds.dnsMs: 0 is not above 0 and at most 60000
        {"thresholds": {"gatewayRttMs": "100"}}     | profile.thresholds.gatewayRttMs: "100" is not a number
        {"thresholds": {"dns": 400}}                | profile.thresholds.dns: there is no such key; known are dnsMs, externalRttMs,
        {"thresholds": {"dnsMs": 1, "dnsMs": 2}}    | profile.thresholds.dnsMs: stands there twice
        {"thresholds": []}                          | profile.thresholds: a list is not an object
        {                                           | profile: not JSON
        """)
    void whatDoesNotFitIsRefusedWithItsPlace(String json, String message) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(BadJson.class).hasMessageStartingWith(message);
    }

    @Test
    void tooManyAreRefused() {
        String many = "\"" + String.join("\",\"", Collections.nCopies(33, "1.1.1.1")) + "\"";
        assertThatThrownBy(() -> read("{\"addresses\": [" + many + "]}"))
            .hasMessage("profile.addresses: 33 are more than the 32 that are allowed");
    }

    @Test
    void aCertificateIsFoundBesideTheProfile() throws Exception {
        X509Certificate certificate = anyAuthority();
        String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n";
        Files.writeString(folder.resolve("ca.pem"), pem);
        Path file = Files.writeString(folder.resolve("profile.json"), "{\"trust\": [\"ca.pem\"]}");
        assertThat(ProfileReader.read(file).targets().trust()).isEqualTo(List.of(certificate));
    }

    /** One of those that come with the JDK. */
    private static X509Certificate anyAuthority() throws Exception {
        KeyStore authorities = KeyStore.getInstance(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts").toFile(), (char[]) null);
        return (X509Certificate) authorities.getCertificate(Collections.list(authorities.aliases()).stream().sorted().findFirst().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", ""})
    void whatIsNoCertificateIsRefused(String text) throws IOException {
        Files.writeString(folder.resolve("ca.pem"), text);
        assertThatThrownBy(() -> read("{\"trust\": [\"ca.pem\"]}")).isInstanceOf(BadJson.class).hasMessageStartingWith("profile.trust[0]: \"ca.pem\"");
    }

    /** Reading a pipe waits until somebody writes. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeIsRefused() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertThatThrownBy(() -> ProfileReader.read(pipe)).hasMessage("profile: " + pipe + " is a pipe or device, not a file");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        assertThatThrownBy(() -> ProfileReader.read(folder.resolve("gone.json"))).hasMessage("profile: there is no file " + folder.resolve("gone.json"));
        assertThatThrownBy(() -> ProfileReader.read(folder)).hasMessage("profile: " + folder + " is a folder, not a file");
        Path large = Files.write(folder.resolve("large.json"), new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> ProfileReader.read(large)).hasMessage("profile: " + large + " is longer than 1048576 bytes");
    }

    @Test
    void noMutationBringsAnythingButARefusal() {
        Random random = new Random(20261123);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            try {
                ProfileReader.read(Mutation.of(FULL.getBytes(StandardCharsets.UTF_8), random), folder);
            } catch (BadJson e) {
                assertThat(e.getMessage()).startsWith("profile").hasSizeLessThan(500).matches("\\P{Cntrl}*");
                refused++;
            }
        }
        System.out.println("ProfileReader: 20000 mutations, " + refused + " refused, " + (20_000 - refused) + " read");
        assertThat(refused).isBetween(10_000, 19_900);
    }
}
