package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.faultline.model.Cause;
import org.faultline.model.ChangedFact;
import org.faultline.model.ChangedFact.Topic;
import org.faultline.model.Diagnosis;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Report;
import org.faultline.model.SinceHealthy;
import org.faultline.model.Stage;
import org.faultline.model.Verdict;
import org.faultline.report.format.Formats;
import org.faultline.report.format.Pdf;
import org.faultline.report.format.ReportFormat;
import org.faultline.report.redaction.Passage;
import org.faultline.report.redaction.Replacement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class RedactionTest {

    private static final TextStyle EVERYTHING = new TextStyle(100, true, false, TextStyle.Detail.ALL);

    /** A text of a note, among a machine whose secrets are known. */
    private static Redaction told(String text) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("os", "linux");
        machine.put("hostname", "annas-thinkpad");
        machine.put("user", "ed");
        machine.put("search", List.of("acme.example", "lan"));
        machine.put("ssid", "Schmidt Family");
        machine.put("proxies", List.of(text));
        return Redaction.of(new Report("0.1.0", Instant.EPOCH, Duration.ZERO, machine,
            new Diagnosis(new Verdict(Verdict.Status.HEALTHY, Optional.empty(), List.of(), Duration.ZERO), List.of(), List.of()), List.of()));
    }

    private static String redacted(String text) {
        return ((List<?>) told(text).report().machine().get("proxies")).getFirst().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.20/24", "10.1.2.3", "172.31.0.1", "169.254.3.4", "100.64.0.1", "127.0.0.53", "255.255.255.0", "0.0.0.0/0", "128.0.0.0/1",
        "1.1.1.1", "8.8.8.8:53", "2606:4700:4700:0:0:0:0:1111", "2620:fe::fe", "::1", "0:0:0:0:0:0:0:0/0", "2000::/3", "fe80::1%wlan0", "fd00:1::53", "ff02::1",
        "10:51:42", "2026-11-23T08:00:00Z", "Debian GNU/Linux 12 (bookworm), kernel 6.1.0-13-amd64", "01:02:03", "/etc/hosts", "/proc/net/snmp", "ff:ff:ff:ff:ff:ff",
        "5: to 127.0.0.0/8 lookup 100", "CN=R11,O=Let's Encrypt,C=US", "CN=example.com", "faultline-dcf314347743a002.com", "wpad.lan", "version 1.2.3", "HTTP/1.1 302",
        "systemd-resolved.service", "at 2026-11-23T08:30", "localhost:8080", "eth0:1", "http://localhost:3000/", "tcp:80", "/etc/hosts:3", "3 of 5, 40%", "http://example.com"})
    void whatSaysNothingAboutItsOwnerStays(String text) {
        assertThat(redacted(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "203.0.113.7|public-ipv4-1",
        "203.0.113.7/24 via 203.0.113.1|public-ipv4-1/24 via public-ipv4-2",
        "11.1.1.1 172.32.0.1 100.128.0.1|public-ipv4-1 public-ipv4-2 public-ipv4-3",
        "2a02:77:1:0:0:0:0:10 is 2a02:77:1::10|public-ipv6:1 is public-ipv6:1",
        "src:2a02:77::1: no route|sr[^ ]*: no route",
        "[2a02:77::1]:443|[public-ipv6:1]:443",
        "2a02:77:1::/64|public-ipv6:1/64",
        "::ffff:203.0.113.7|public-ipv4-1",
        "fe80::3e22:fbff:fe9a:4e71%wlan0|link-local-ipv6:1%wlan0",
        "fd00:1::3e22:fbff:fe9a:4e71|private-ipv6:1",
        "3c:22:fb:9a:4e:71 3C-22-FB-9A-4E-71 3c22.fb9a.4e71|mac-1 mac-1 mac-1",
        "3c:22:fb:ff:fe:9a:4e:71|mac-1",
        "00:11:22:ed:44:55|mac-1",
        "ed's annas-thinkpad at Schmidt Family|user-1's host-1 at ssid-1",
        "annas-thinkpad.acme.example|host-1.domain-1",
        "printer.lan login.hotel.example|host-2.lan host-3",
        "http://ed:pw@proxy.acme.example:3128|http://credentials-1@host-2.domain-1:3128",
        "http://example.com/kunde?x=1|http://example.compath-1",
        "/home/ed/geheim.odt|path-1",
        "C:\\Users\\Anna Schmidt\\x.txt|path-1",
        "\\\\server\\share\\x|path-1",
        "password=hunter2|password=credentials-1",
        "anna@firma.example|mail-1",
        "http://intranet/x HTTPS://u:pw@Intranet:8443|http://host-2path-1 HTTPS://credentials-1@host-2:8443",
        "http=proxysrv:3128;https=proxysrv:3129|http=host-2:3128;https=host-2:3129",
        "proxysrv:3128, then proxysrv|host-2:3128, then host-2",
        "fileserver:8080|host-2:8080",
        "fileserver|host-2",
        "2a02:77::1:2a02:77::2|public-ipv6:1public-ipv6:2",
        "src:2a02:77:0:0:0:0:0:10|src:public-ipv6:1",
        "CN=Corporate Box,O=ACME GmbH,C=DE|CN=text-1,O=text-2,C=DE"})
    void whatSaysSomethingIsReplaced(String text, String expected) {
        assertThat(redacted(text)).matches(expected.contains("[^ ]*") ? expected : Pattern.quote(expected));
    }

    @Test
    void theMakerOfACardIsKeptIfWished() {
        Report report = new Report("0.1.0", Instant.EPOCH, Duration.ZERO, Map.of("mac", "3c:22:fb:9a:4e:71", "macs", List.of("02:77:00:00:00:10")),
            Reports.healthy().diagnosis(), List.of());
        assertThat(Redaction.of(report, true).report().machine().toString()).contains("(vendor 3c:22:fb)").contains("(no vendor)")
            .doesNotContain("9a:4e:71").doesNotContain("02:77");
    }

    /** Less than a second each where every character is looked at a few times; four minutes where the time grows with the square of the length. */
    @Timeout(120)
    @ParameterizedTest
    @ValueSource(strings = {":", "a", "1:", "1:1:12345:"})
    void aLongTextTakesNoLongTimeAndNoDeepStack(String part) {
        String text = "CN=" + part.repeat((1 << 18) / part.length());
        assertThat(redacted(text)).isNotEmpty();
    }

    @Test
    void aLongNameOfACertificateIsReplaced() {
        assertThat(redacted("a CN=" + "x".repeat(100_000))).isEqualTo("a CN=text-1");
        assertThat(redacted("a CN=" + "x\\,".repeat(100_000) + ",O=ACME GmbH")).isEqualTo("a CN=text-1,O=text-2");
    }

    /** Every secret in every field, alone and among all others, in every format. */
    @Test
    void noSecretIsFoundInAnyFieldOfAnyFormat() {
        List<Report> planted = new ArrayList<>();
        for (Report base : Planted.bases()) {
            Planted.SECRETS.values().forEach(secret -> planted.add(Planted.in(base, _ -> secret)));
            planted.add(Planted.in(base, text -> text + " " + String.join(" ", Planted.SECRETS.values())));
            planted.add(Planted.in(base, text -> String.join(";", Planted.SECRETS.values()) + "=" + text));
        }
        int fields = 0;
        int rendered = 0;
        List<String> leaks = new ArrayList<>();
        for (Report report : planted) {
            Redaction redaction = Redaction.of(report);
            fields += redaction.passages().size();
            for (Map.Entry<String, String> format : rendered(redaction.report()).entrySet()) {
                rendered++;
                String text = format.getValue().toLowerCase(Locale.ROOT);
                Planted.NEEDLES.stream().filter(text::contains).forEach(needle ->
                    leaks.add(format.getKey() + ": " + needle + " in …" + around(text, needle)));
            }
        }
        System.out.println("redaction: " + Planted.SECRETS.size() + " secrets planted in " + planted.size() + " reports with " + fields
            + " texts, rendered " + rendered + " times, found " + leaks.size());
        assertThat(leaks).isEmpty();
    }

    /** The needles are found where nothing is redacted, or the test above could not fail. */
    @Test
    void theSameSearchFindsThemInAFullReport() {
        Report report = Planted.in(Planted.bases().get(1), text -> text + " " + String.join(" ", Planted.SECRETS.values()));
        Map<String, String> rendered = rendered(report);
        for (String format : List.of("json", "html", "md", "pdf", "text -v")) {
            String text = rendered.get(format).toLowerCase(Locale.ROOT);
            assertThat(Planted.NEEDLES.stream().filter(text::contains)).as(format).hasSizeGreaterThan(Planted.NEEDLES.size() / 2);
        }
        assertThat(Planted.NEEDLES).allSatisfy(needle -> assertThat(rendered.get("json").toLowerCase(Locale.ROOT)).contains(needle));
    }

    private static Map<String, String> rendered(Report report) {
        Map<String, String> rendered = new LinkedHashMap<>();
        for (ReportFormat format : Formats.ALL) {
            byte[] bytes = format.write(report, Locale.ENGLISH);
            rendered.put(format.id(), format.id().equals("pdf") ? readable(bytes) : new String(bytes, StandardCharsets.UTF_8));
        }
        rendered.put("text -v", TextReport.write(report, EVERYTHING).replaceAll("\\s+", " "));
        HandoverCode code = HandoverCode.of(report);
        rendered.put("handover code", HandoverText.write(HandoverCode.read(code.qr()), EVERYTHING, ShownTime.universal(Locale.ENGLISH)));
        rendered.put("spoken code", HandoverText.write(HandoverCode.read(code.spoken()), EVERYTHING, ShownTime.universal(Locale.ENGLISH)));
        return rendered;
    }

    /** The streams unpacked, then all texts that are shown in a row, then the titles and alternatives. */
    private static String readable(byte[] pdf) {
        String unpacked = Pdf.of(pdf).unpacked();
        String shown = Pattern.compile("\\(((?:\\\\.|[^()\\\\])*)\\) Tj").matcher(unpacked).results().map(found -> found.group(1).replace("\\", ""))
            .collect(Collectors.joining(" "));
        String titles = Pattern.compile("<FEFF([0-9A-F]+)>").matcher(unpacked).results()
            .map(found -> new String(HexFormat.of().parseHex(found.group(1)), StandardCharsets.UTF_16BE)).collect(Collectors.joining(" "));
        return unpacked + shown + titles;
    }

    private static String around(String text, String needle) {
        int at = text.indexOf(needle);
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + needle.length() + 40));
    }

    @Test
    void aFieldThatNobodyKnowsIsReplacedAsAWhole() {
        Report report = new Report("0.1.0", Instant.EPOCH, Duration.ZERO, Map.of("shoeSize", "forty", "nested", Map.of("list", List.of("a", 7, true))),
            Reports.healthy().diagnosis(), List.of());
        assertThat(Redaction.of(report).report().machine().toString()).contains("shoeSize=text-").contains("list=[text-").contains("7, true").doesNotContain("forty");
    }

    @Test
    void theProgramsOwnWordsStayEvenIfAComputerIsCalledLikeThem() {
        Observation echo = new Observation("o1", "gateway-echo", "192.168.1.1", Stage.GATEWAY, Outcome.FAILED, Cause.NO_REPLY, "EHOSTUNREACH",
            "icmp-datagram-socket", Duration.ZERO, Duration.ZERO, Map.of("step", "connect", "type", "local", "interface", "eth0"));
        Report report = new Report("0.1.0", Instant.EPOCH, Duration.ZERO, Map.of("hostname", "gateway", "user", "local"), Reports.healthy().diagnosis(), List.of(echo));
        Report redacted = Redaction.of(report).report();
        assertThat(redacted.observations()).containsExactly(echo);
        assertThat(redacted.machine()).isEqualTo(Map.of("hostname", "host-1", "user", "user-1"));
    }

    @Test
    void theReportSaysThatItIsRedactedAndReadsBack() {
        for (Report report : Planted.bases()) {
            Report redacted = Redaction.of(report).report();
            assertThat(redacted.redacted()).isTrue();
            assertThat(new String(JsonReport.write(redacted), StandardCharsets.UTF_8)).contains("\"redacted\": true");
            assertThat(JsonReportReader.read(JsonReport.write(redacted)).redacted()).isTrue();
            assertThat(JsonReportReader.read(JsonReport.write(report)).redacted()).isFalse();
        }
    }

    @Test
    void theSameReportComesOutTheSameAndASecondRedactionChangesNothing() {
        Report report = Planted.in(Planted.bases().get(1), text -> text + " " + String.join(" ", Planted.SECRETS.values()));
        byte[] once = JsonReport.write(Redaction.of(report).report());
        assertThat(JsonReport.write(Redaction.of(report).report())).isEqualTo(once);
        Redaction again = Redaction.of(JsonReportReader.read(once));
        assertThat(new String(JsonReport.write(again.report()), StandardCharsets.UTF_8)).isEqualTo(new String(once, StandardCharsets.UTF_8));
    }

    @Test
    void thePreviewShowsEachReplacementInPlace() {
        Redaction redaction = told("ask ed about 203.0.113.7, ed knows");
        Passage passage = redaction.passages().stream().filter(each -> each.where().equals("machine.proxies[0]")).findFirst().orElseThrow();
        assertThat(passage.original()).isEqualTo("ask ed about 203.0.113.7, ed knows");
        assertThat(passage.redacted()).isEqualTo("ask user-1 about public-ipv4-1, user-1 knows");
        Replacement user = redaction.replacements().stream().filter(each -> each.token().equals("user-1")).findFirst().orElseThrow();
        assertThat(user.original()).isEqualTo("ed");
        assertThat(user.count()).isEqualTo(3);
        assertThat(user.where()).containsExactly("machine.user", "machine.proxies[0]", "machine.proxies[0]");
    }

    /** What is gone may be of another network, whose names stand nowhere else in the report. */
    @Test
    void whatHasChangedNamesNothingOfTheNetworkBefore() {
        List<ChangedFact> facts = List.of(
            new ChangedFact(Topic.INTERFACE, List.of("wg-geheim up, MTU 1420", "Kanzlei Netz down, no carrier, MTU 1500", "Dial up Praxis down, MTU 1400"), List.of("eth0 up, MTU 1500")),
            new ChangedFact(Topic.ADDRESS, List.of("wg-geheim 203.0.113.9/24"), List.of("eth0 192.168.1.20/24")),
            new ChangedFact(Topic.GATEWAY, List.of("192.168.7.1 (tun-geheim)"), List.of("192.168.1.1 (eth0)")),
            new ChangedFact(Topic.GATEWAY_MAC, List.of("192.168.7.1 3c:22:fb:9a:4e:71"), List.of("192.168.1.1 02:66:66:66:66:66")),
            new ChangedFact(Topic.ROUTE, List.of("10.0.0.0/8 via 192.168.7.9 dev tap-geheim metric 0", "10.9.0.0/16 dev Anwalt dev Zimmer metric 0"), List.of()),
            new ChangedFact(Topic.RESOLVER, List.of("203.0.113.53"), List.of("9.9.9.9")),
            new ChangedFact(Topic.SEARCH, List.of("geheim"), List.of("corp.geheim.example")),
            new ChangedFact(Topic.PROXY, List.of("proxygeheim:3128", "http://anna:pw@10.0.0.1:8080"), List.of()),
            new ChangedFact(Topic.WIRELESS, List.of("wlan0 Oma Geheim 5G", "Wi-Fi 2 Geheimnetz"), List.of()),
            new ChangedFact(Topic.SERVICE_SPEECH, List.of("SSH geheimer Banner"), List.of()),
            new ChangedFact(Topic.LISTENER, List.of("tcp 203.0.113.9:22"), List.of("tcp 0.0.0.0:22")));
        Redaction redaction = Redaction.of(Reports.gatewayAbsent().with(new SinceHealthy(Instant.EPOCH, facts)));
        String json = new String(JsonReport.write(redaction.report()), StandardCharsets.UTF_8);
        assertThat(json).contains("sinceHealthy").doesNotContainIgnoringCase("geheim").doesNotContain("Kanzlei", "Praxis", "Anwalt", "203.0.113", "3c:22", "anna", "Oma");
        List<ChangedFact> left = redaction.report().sinceHealthy().orElseThrow().facts();
        assertThat(left.get(1).came()).as("private addresses stay").containsExactly("eth0 192.168.1.20/24");
        assertThat(left.get(1).gone().getFirst()).endsWith(" public-ipv4-1/24");
        assertThat(left.getLast().gone()).as("one thing, one token").containsExactly("tcp public-ipv4-1:22");
        assertThat(redaction.passages()).anySatisfy(passage -> assertThat(passage.where()).isEqualTo("sinceHealthy.facts[0].gone[0]"));
        assertThat(JsonReportReader.read(JsonReport.write(redaction.report()))).isEqualTo(redaction.report());
    }
}
