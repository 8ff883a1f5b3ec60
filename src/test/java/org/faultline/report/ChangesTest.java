package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.faultline.model.Observation;
import org.faultline.model.ChangedFact.Topic;
import org.faultline.model.Report;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {

    private static Report with(String address, String mac, String resolver, String digest) {
        return by(List.of(Map.of("destination", "0.0.0.0/0", "gateway", "192.168.1.1", "gatewayMac", mac, "interface", "eth0", "metric", 100)), address, resolver, digest);
    }

    /** By this router, which has no MAC address where nobody ever answered for it; without any where it is empty. */
    private static NetworkIdentity network(String gateway, String mac, String address) {
        return NetworkIdentity.of(by(gateway.isEmpty() ? List.of()
            : List.of(Map.of("destination", "0.0.0.0/0", "gateway", gateway, "gatewayMac", mac, "interface", "eth0", "metric", 100)), address, "9.9.9.9", "aa"));
    }

    private static Report by(List<Map<String, Object>> routes, String address, String resolver, String digest) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("interfaces", List.of(
            Map.of("name", "lo", "kind", "loopback", "up", true, "mtu", 65536, "addresses", List.of("127.0.0.1/8")),
            Map.of("name", "eth0", "kind", "ethernet", "up", true, "mtu", 1500, "addresses", List.of(address))));
        machine.put("routes", routes);
        machine.put("resolvers", List.of(resolver));
        machine.put("hostsFile", Map.of("bytes", 200, "digest", digest));
        return new Report("0.1.0", Instant.parse("2026-11-23T08:00:00Z"), Duration.ZERO, machine, Reports.healthy().diagnosis(), List.of());
    }

    private final Report before = with("192.168.1.20/24", "02:77:00:00:00:01", "192.168.1.1", "aa");

    private static List<String> facts(Report before, Report after) {
        return new ChangesText(Changes.between(before, after), Locale.ENGLISH).facts();
    }

    @Test
    void theNumberOfAnAdapterIsNoOtherRouter() {
        Report eleven = by(List.of(Map.of("destination", "::/0", "gateway", "fe80::1%11", "interface", "eth0", "metric", 100)), "192.168.1.20/24", "9.9.9.9", "aa");
        Report three = by(List.of(Map.of("destination", "::/0", "gateway", "fe80::1%3", "interface", "eth0", "metric", 100)), "192.168.1.20/24", "9.9.9.9", "aa");
        assertThat(facts(eleven, three)).isEmpty();
    }

    @Test
    void whatIsTheSameIsNoChange() {
        assertThat(Changes.between(before, before).none()).isTrue();
        assertThat(new ChangesText(Changes.between(before, before), Locale.ENGLISH).text(new TextStyle(80, true, false, TextStyle.Detail.USUAL)))
            .contains("Nothing of what was measured is different.");
    }

    /** In the window everything has the time of the clock on the wall. */
    @Test
    void momentsAreWrittenAsWhoeverAsksReadsThem() {
        Changes changes = Changes.between(Reports.healthy(), Reports.gatewayAbsent());
        TextStyle style = new TextStyle(80, true, false, TextStyle.Detail.USUAL);
        assertThat(new ChangesText(changes, Locale.GERMAN, new ShownTime(ZoneId.of("Europe/Berlin"), Locale.GERMAN)).text(style))
            .contains("23.11.2026, 09:00:00").doesNotContain("08:00:00");
        assertThat(new ChangesText(changes, Locale.GERMAN).text(style)).contains("23.11.2026, 08:00:00 UTC ");
    }

    @Test
    void eachFactThatDiffersIsToldWithBothItsValues() {
        assertThat(facts(before, with("192.168.1.21/24", "02:66:66:66:66:66", "9.9.9.9", "bb"))).containsExactly(
            "address: eth0 192.168.1.20/24 became eth0 192.168.1.21/24",
            "MAC address of the gateway: 192.168.1.1 02:77:00:00:00:01 became 192.168.1.1 02:66:66:66:66:66",
            "name server: 192.168.1.1 became 9.9.9.9",
            "hosts file: 200 bytes, digest aa became 200 bytes, digest bb");
    }

    private static Report withAddresses(List<String> addresses, List<String> routes) {
        Map<String, Object> machine = new LinkedHashMap<>(with("", "02:77:00:00:00:01", "2a02:810d:aa::53", "aa").machine());
        machine.put("interfaces", List.of(Map.of("name", "eth0", "kind", "ethernet", "up", true, "mtu", 1500, "addresses", addresses)));
        machine.put("routes", routes.stream().map(to -> Map.<String, Object>of("destination", to, "interface", "eth0", "metric", 100)).toList());
        return new Report("0.1.0", Instant.parse("2026-11-23T08:00:00Z"), Duration.ZERO, machine, Reports.healthy().diagnosis(), List.of());
    }

    private static String text(Report before, Report after, Locale locale) {
        return new ChangesText(Changes.between(before, after), locale).text(new TextStyle(300, true, false, TextStyle.Detail.USUAL));
    }

    /** The usual case of a helpdesk: redacted from the caller, full from here. */
    @Test
    void aRedactedReportDiffersInNothingFromItsOriginal() {
        Report full = withAddresses(List.of("192.168.1.20/24", "2a02:810d:aa:bb:211:22ff:fe33:4455/64"), List.of("192.168.1.0/24", "2a02:810d:aa:bb::/64"));
        Report redacted = Redaction.of(full).report();
        for (Changes changes : List.of(Changes.between(full, redacted), Changes.between(redacted, full))) {
            assertThat(changes.none()).isTrue();
            assertThat(changes.hidden()).containsExactly(Topic.ADDRESS, Topic.ROUTE, Topic.RESOLVER);
            assertThat(new String(ChangesText.json(changes), StandardCharsets.UTF_8)).containsPattern("\"notCompared\": \\[\\s*\"address\",\\s*\"route\",\\s*\"resolver\"\\s*]");
        }
        assertThat(text(full, redacted, Locale.ENGLISH)).contains("Nothing of what can be compared is different.",
            "One of the two is redacted: what stands behind a replaced name or address could not be compared (address, route, name server).");
        assertThat(text(redacted, redacted, Locale.GERMAN)).contains("In beiden sind Namen und Adressen ersetzt");
        assertThat(text(full, full, Locale.ENGLISH)).contains("Nothing of what was measured is different.").doesNotContain("redacted");
    }

    @Test
    void noScenarioDiffersFromItselfRedacted() {
        for (Scenario scenario : Scenario.all()) {
            Report full = scenario.report();
            assertThat(Changes.between(full, Redaction.of(full).report()).facts()).as(scenario.toString()).isEmpty();
        }
    }

    @Test
    void whatIsNotRedactedIsStillCompared() {
        Report full = withAddresses(List.of("192.168.1.20/24", "2a02:810d:aa:bb::5/64"), List.of());
        Report later = Redaction.of(withAddresses(List.of("192.168.1.21/24", "2a02:810d:cc:dd::5/64"), List.of())).report();
        assertThat(facts(full, later)).containsExactly("address: eth0 192.168.1.20/24 became eth0 192.168.1.21/24");
    }

    /** Another version may have put more behind tokens than this one does. */
    @Test
    void whatMayBeBehindATokenIsNotGone() {
        Report full = withAddresses(List.of("192.168.1.20/24"), List.of());
        Map<String, Object> machine = new LinkedHashMap<>(full.machine());
        machine.put("interfaces", List.of(Map.of("name", "eth0", "kind", "ethernet", "up", true, "mtu", 1500, "addresses", List.of("text-1"))));
        Report redacted = new Report("0.1.0", full.started(), Duration.ZERO, machine, full.diagnosis(), List.of(), full.conversation(), true, Optional.empty());
        assertThat(facts(full, redacted)).isEmpty();
        assertThat(facts(redacted, full)).isEmpty();
    }

    /** Older reports do not have the fact. */
    @Test
    void whatOneRunDidNotLookAtHasNotChanged() {
        Map<String, Object> older = new LinkedHashMap<>(before.machine());
        older.remove("hostsFile");
        older.put("routes", List.of(Map.of("destination", "0.0.0.0/0", "gateway", "192.168.1.1", "interface", "eth0", "metric", 100)));
        assertThat(facts(new Report("0.1.0", before.started(), Duration.ZERO, older, before.diagnosis(), List.of()), before)).isEmpty();
    }

    @Test
    void stagesAndVerdictsAreCompared() {
        Changes changes = Changes.between(Reports.healthy(), Reports.gatewayAbsent());
        assertThat(new ChangesText(changes, Locale.ENGLISH).text(new TextStyle(80, true, false, TextStyle.Detail.USUAL)))
            .contains("(healthy)").contains("Nobody answers at the router's address\n(gateway-absent)").contains("new: Nobody answers at the router's address").contains("ok became fault");
        assertThat(new ChangesText(Changes.between(Reports.gatewayAbsent(), Reports.healthy()), Locale.GERMAN).text(new TextStyle(80, true, false, TextStyle.Detail.USUAL)))
            .contains("nicht mehr: Unter der Adresse des Routers");
        assertThat(new String(ChangesText.json(changes), StandardCharsets.UTF_8)).contains("faultline-diff/1").contains("\"trend\": \"worse\"");
    }

    private static String told(String before, String after) {
        return new ChangesText(Changes.between(Scenario.named(before).report(), Scenario.named(after).report()), Locale.ENGLISH)
            .text(new TextStyle(200, true, false, TextStyle.Detail.USUAL));
    }

    @Test
    void twoRunsOfOneServiceTellWhoListenedAndWhatItSaid() {
        assertThat(told("service/up-web", "service/not-running")).contains("new: Nobody listens for the service localhost:8080", "listening program: 127.0.0.1 (java) is gone");
        assertThat(told("service/up-web", "service/up-web-error")).contains("first words: HTTP 200").doesNotContain("cannot be compared");
    }

    /** Of a run that was up: other values in what one of its probes saw. */
    private static Report up(String probe, UnaryOperator<Map<String, Object>> other) {
        Report report = Scenario.named("service/up-web").report();
        return new Report(report.toolVersion(), report.started(), report.elapsed(), report.machine(), report.diagnosis(), report.observations().stream()
            .map(seen -> !seen.probe().equals(probe) ? seen : new Observation(seen.id(), seen.probe(), seen.target(), seen.stage(), seen.outcome(), seen.cause(),
                seen.detail(), seen.method(), seen.started(), seen.elapsed(), other.apply(new LinkedHashMap<>(seen.values())))).toList());
    }

    private static Report saying(String protocol, String words) {
        return up("service-speech", values -> {
            values.putAll(Map.of("protocol", protocol, "words", words));
            return values;
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SMTP    | 220 mail.example ESMTP Exim 4.97 Mon, 23 Nov 2026 21:00:00 +0100 | 220 mail.example ESMTP Exim 4.97 Mon, 23 Nov 2026 22:00:00 +0100",
        "FTP     | 220-You are user number 3 of 50 allowed.                         | 220-You are user number 7 of 50 allowed.",
        "IMAP    | * OK [CAPABILITY IMAP4rev1] ready at 21:00                       | * OK [CAPABILITY IMAP4rev1] ready at 22:00",
        "POP3    | +OK POP3 ready <1896.697170952@mail.example>                     | +OK POP3 ready <1902.697174552@mail.example>",
        "unknown | Mon Nov 23 21:00:00 2026                                         | Mon Nov 23 22:00:00 2026"})
    void aGreetingWithAClockInItHasNotChanged(String protocol, String before, String after) {
        assertThat(facts(saying(protocol, before), saying(protocol, after))).isEmpty();
    }

    @Test
    void whatAServerSaysOfItsStateHasChanged() {
        assertThat(facts(saying("SMTP", "220 mail.example 21:00"), saying("SMTP", "421 mail.example 22:00"))).containsExactly("first words: SMTP 220 became SMTP 421");
        assertThat(facts(saying("IMAP", "* OK ready"), saying("IMAP", "* BYE busy"))).containsExactly("first words: IMAP * OK became IMAP * BYE");
        assertThat(facts(saying("SSH", "OpenSSH_9.6"), saying("SSH", "OpenSSH_9.9"))).containsExactly("first words: SSH OpenSSH_9.6 became SSH OpenSSH_9.9");
    }

    /** As root once, and once as a user. */
    @Test
    void aProgramThatOnlyOneRunCouldSeeHasNotChanged() {
        Report named = up("service-listener", values -> values);
        Report unnamed = up("service-listener", values -> {
            values.remove("program");
            return values;
        });
        Report other = up("service-listener", values -> {
            values.put("program", "node");
            return values;
        });
        assertThat(facts(named, unnamed)).isEmpty();
        assertThat(facts(unnamed, named)).isEmpty();
        assertThat(facts(named, other)).containsExactly("listening program: 127.0.0.1 (java) became 127.0.0.1 (node)");
    }

    @Test
    void twoRunsOfThePortsTellWhichCame() {
        assertThat(told("ports/quiet-desk", "ports/exposed")).contains("Open ports: ok became warning", "open port: tcp 0.0.0.0:6379 is new", "open port: tcp 127.0.0.1:631 is gone");
        assertThat(told("ports/table-unreadable", "ports/exposed")).as("who could not look").doesNotContain("is new").doesNotContain("is gone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "external/healthy-home | ports/exposed         | The first is a check of the way outward, the other a check of the open ports",
        "service/up-web        | gateway/gateway-absent | The first is a check of the service localhost:8080, the other a check of the way outward",
        "service/not-running   | service/up-postgresql | The first is a check of the service localhost:8080, the other a check of the service postgresql://localhost:5432/shop"})
    void whatAskedForOtherThingsIsNotCalledBetterOrWorse(String before, String after, String words) {
        assertThat(told(before, after)).contains(words).doesNotContain("new:", "no longer:", "became", "listening program:", "Nothing of what");
        Changes changes = Changes.between(Scenario.named(before).report(), Scenario.named(after).report());
        assertThat(new String(ChangesText.json(changes), StandardCharsets.UTF_8)).contains("\"trend\": \"unclear\"", "\"kind\":\"" + RunKind.of(changes.after()).id() + "\"");
    }

    @Test
    void aNetworkIsKnownByItsRouterAndElseByItsSubnet() {
        assertThat(NetworkIdentity.of(before).key()).isEqualTo("router 02:77:00:00:00:01");
        assertThat(NetworkIdentity.of(Reports.healthy()).key()).isEqualTo("gateway 192.168.1.1 subnet 192.168.1.0/24");
        assertThat(NetworkIdentity.of(with("10.77.3.9/20", "", "9.9.9.9", "")).key()).isEqualTo("gateway 192.168.1.1 subnet 10.77.0.0/20");
        assertThat(NetworkIdentity.of(new Report("0.1.0", before.started(), Duration.ZERO, Map.of(), before.diagnosis(), List.of())).key()).isEmpty();
    }

    /** That the router's address changed, or is gone, is what people want to be told: it must not make the network another one. */
    @ParameterizedTest
    @CsvSource({
        "'', '', 192.168.1.20/24, true",
        "192.168.1.99, '', 192.168.1.20/24, true",
        "192.168.1.99, '', 192.168.1.77/24, true",
        "192.168.1.99, '', 192.168.2.20/24, false",
        "'', '', 10.77.3.9/20, false",
        "'', '', 169.254.7.20/16, false",
        "192.168.1.99, 02:77:00:00:00:02, 192.168.1.20/24, false",
        "192.168.1.1, 02:77:00:00:00:02, 192.168.1.20/24, false"})
    void aRouterThatIsGoneOrSilentAtAnotherAddressIsStillTheSameNetwork(String gateway, String mac, String address, boolean same) {
        NetworkIdentity home = NetworkIdentity.of(before);
        assertThat(network(gateway, mac, address).isSameAs(home)).isEqualTo(same);
        assertThat(home.isSameAs(network(gateway, mac, address))).isEqualTo(same);
    }

    /** Else everybody whose DHCP failed would be in one network. */
    @Test
    void anAddressThatAComputerGaveItselfIsNoNetwork() {
        assertThat(network("", "", "169.254.7.20/16").unknown()).isTrue();
        assertThat(network("", "", "192.168.1.20/24").grounds()).containsExactly("eth0 subnet 192.168.1.0/24");
    }

    /** A router that is off tells no MAC address; that must not make its network another one. */
    @Test
    void aRouterThatNoLongerAnswersIsStillTheSameNetwork() {
        NetworkIdentity home = NetworkIdentity.of(before);
        NetworkIdentity silent = NetworkIdentity.of(with("192.168.1.20/24", "", "192.168.1.1", "aa"));
        assertThat(silent.isSameAs(home)).isTrue();
        assertThat(home.isSameAs(silent)).isTrue();
        assertThat(silent.isSameAs(silent)).isTrue();
        assertThat(NetworkIdentity.of(with("10.77.3.9/20", "", "192.168.1.1", "aa")).isSameAs(home)).isFalse();
        assertThat(NetworkIdentity.of(with("192.168.1.20/24", "02:77:00:00:00:02", "192.168.1.1", "aa")).isSameAs(home)).as("another router").isFalse();
    }
}
