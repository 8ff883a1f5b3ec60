package org.faultline.report;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.faultline.model.ChangedFact;
import org.faultline.model.ChangedFact.Topic;
import org.faultline.model.Conversation;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.SinceHealthy;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;

/** Reports with a secret in every field that can hold a text, however deep. */
public final class Planted {

    /** What each secret is called, and the secret as it is planted; what must not be seen afterwards is {@link #NEEDLES}. */
    public static final Map<String, String> SECRETS = secrets();

    /** Parts of the secrets, one of which would be seen if one leaked. */
    public static final List<String> NEEDLES = List.of("annas-thinkpad", "anna.schmidt", "acme-werke", "3c:22:fb:9a:4e:71", "3c-22-fb-9a-4e-71",
        "3c22.fb9a.4e71", "9a4e71", "9a:4e:71", "198.51.100.77", "2a01:4f8:77:beef", "ff:fe9a", "schmidt family", "hunter2", "s3cr3t", "geheim.odt",
        "kunde", "vpn-acme",
        "aktenserver", "intranet-werk", "proxysrv", "tresor");

    private Planted() { }

    private static Map<String, String> secrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("host name", "annas-thinkpad");
        secrets.put("host name of a domain", "Annas-Thinkpad.corp.acme-werke.example");
        secrets.put("another host of the domain", "kunde7.corp.acme-werke.example");
        secrets.put("user name", "anna.schmidt");
        secrets.put("domain", "corp.acme-werke.example");
        secrets.put("MAC address", "3c:22:fb:9a:4e:71");
        secrets.put("MAC address of Windows", "3C-22-FB-9A-4E-71");
        secrets.put("MAC address of Cisco", "3c22.fb9a.4e71");
        secrets.put("MAC address in an adapter's name", "enx3c22fb9a4e71");
        secrets.put("MAC address in an IPv6 address", "fe80::3e22:fbff:fe9a:4e71%wlan0");
        secrets.put("public IPv4", "198.51.100.77");
        secrets.put("public IPv6", "2a01:4f8:77:beef::7");
        secrets.put("public IPv6 as Java writes it", "2a01:4f8:77:beef:0:0:0:7/64");
        secrets.put("wireless network", "Schmidt Family 5G");
        secrets.put("proxy with password", "http://anna.schmidt:hunter2@proxy.acme-werke.example:8080/");
        secrets.put("header", "Proxy-Authorization: Basic s3cr3tczNjcjN0");
        secrets.put("path", "/home/anna.schmidt/geheim.odt");
        secrets.put("path of Windows", "C:\\Users\\anna.schmidt\\Kunde\\geheim.odt");
        secrets.put("mail address", "anna.schmidt@acme-werke.example");
        secrets.put("adapter", "vpn-acme");
        secrets.put("service of one label", "aktenserver:8080");
        secrets.put("URL of one label", "http://intranet-werk/lohn");
        secrets.put("proxy of one label", "http=proxysrv:3128");
        return secrets;
    }

    /** Each of these reports with what people brought, so that every kind of field is there. */
    static List<Report> bases() {
        Instant at = Instant.parse("2026-11-23T08:00:00Z");
        Conversation told = new Conversation(Conversation.Mode.GUIDED, "4711", List.of(new Conversation.Answered("cable-plugged-in", Truth.YES, at)),
            List.of(new Conversation.Note(Optional.of(Stage.GATEWAY), "lamps are off", at)),
            List.of(new Conversation.Entry(at, "user", "stage-started", "gateway")),
            List.of(new Conversation.Recheck(at, Verdict.Status.FAULT, "gateway-absent", Verdict.Status.HEALTHY, "healthy")));
        SinceHealthy changed = new SinceHealthy(at, Stream.of(Topic.values()).map(topic -> new ChangedFact(topic, List.of("eth0 was"), List.of("eth0 is", ""))).toList());
        return Reports.all().stream().map(report -> report.with(told).with(changed)).toList();
    }

    /** The report with every text put through {@code plant}; what names a secret in a field of its own stays known by it. */
    static Report in(Report report, UnaryOperator<String> plant) {
        Report planted = (Report) each(report, plant);
        Map<String, Object> machine = new LinkedHashMap<>(planted.machine());
        machine.put("hostname", SECRETS.get("host name of a domain"));
        machine.put("user", SECRETS.get("user name"));
        machine.put("wifi", Map.of("ssid", SECRETS.get("wireless network")));
        machine.put("search", List.of("acme-werke.example", SECRETS.get("domain")));
        machine.put("interfaces", List.of(Map.of("name", SECRETS.get("adapter"), "mac", SECRETS.get("MAC address"))));
        machine.put("service", Map.of("words", "220 Tresor ESMTP", "banner", "Tresor in the cellar"));
        machine.put("proxy", "proxysrv");
        machine.put("of a later version", Map.of("anything", List.of(plant.apply("text"))));
        return new Report(planted.toolVersion(), planted.started(), planted.elapsed(), machine, planted.diagnosis(), planted.observations(),
            planted.conversation()).with(planted.sinceHealthy().orElseThrow());
    }

    private static Object each(Object value, UnaryOperator<String> plant) {
        return switch (value) {
            case String text -> plant.apply(text);
            case Optional<?> some -> some.map(inner -> each(inner, plant));
            case List<?> list -> list.stream().map(inner -> each(inner, plant)).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> planted = new LinkedHashMap<>();
                map.forEach((name, inner) -> planted.put(name, each(inner, plant)));
                yield planted;
            }
            case Record made -> remade(made, plant);
            default -> value;
        };
    }

    private static Record remade(Record made, UnaryOperator<String> plant) {
        try {
            RecordComponent[] parts = made.getClass().getRecordComponents();
            Object[] values = new Object[parts.length];
            for (int at = 0; at < parts.length; at++) {
                values[at] = each(parts[at].getAccessor().invoke(made), plant);
                if (made instanceof Observation seen && parts[at].getName().equals("id")) {
                    values[at] = values[at] + " " + seen.id();
                }
            }
            Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return made.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot plant in " + made.getClass(), e);
        }
    }
}
