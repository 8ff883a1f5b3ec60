package org.faultline.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.model.Cause;
import org.faultline.model.ChangedFact;
import org.faultline.model.ChangedFact.Topic;
import org.faultline.model.Conversation;
import org.faultline.model.Diagnosis;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Report;
import org.faultline.model.SinceHealthy;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;

/** Reports made by hand, one for each status of a verdict. */
public final class Reports {

    private static final Observation TALK4 = passed("o1", "loopback4-talk", "127.0.0.1", Stage.LOOPBACK_IPV4, values("medianMs", 0.041, "rounds", 20));
    private static final Observation TALK6 = passed("o2", "loopback6-talk", "0:0:0:0:0:0:0:1", Stage.LOOPBACK_IPV6, Map.of("medianMs", 0.046));
    private static final Observation CARRIER = passed("o3", "carrier", "enp3s0", Stage.INTERFACE, Map.of("operState", "up"));
    private static final Observation ROUTER = passed("o4", "gateway-echo", "192.168.1.1", Stage.GATEWAY,
        Map.of("rttMs", List.of(0.312, 0.287, 0.3)));
    private static final Observation OUTSIDE = passed("o5", "external4-tcp", "1.1.1.1", Stage.EXTERNAL, Map.of("connectMs", 12.4));

    private Reports() { }

    public static List<Report> all() {
        return List.of(healthy(), gatewayAbsent(), undecided(), degraded());
    }

    public static Report healthy() {
        return report(new Verdict(Verdict.Status.HEALTHY, Optional.empty(), List.of(), ms(412.5)), List.of(),
            stages(StageStatus.OK, StageStatus.OK, StageStatus.OK, StageStatus.OK, StageStatus.OK), List.of(TALK4, TALK6, CARRIER, ROUTER, OUTSIDE));
    }

    public static Report gatewayAbsent() {
        Observation silent = seen("o4", "gateway-neighbour", "192.168.1.1", Stage.GATEWAY, Outcome.FAILED, Cause.NO_REPLY, "",
            "rtnetlink", values("state", "failed", "interface", "enp3s0"));
        Observation echo = seen("o5", "gateway-echo", "192.168.1.1", Stage.GATEWAY, Outcome.FAILED, Cause.HOST_UNREACHABLE, "EHOSTUNREACH",
            "icmp-datagram-socket", values("errno", "EHOSTUNREACH", "sent", 3, "received", 0, "rttMs", List.of()));
        Observation owner = seen("o6", "gateway-owner", "192.168.1.1", Stage.GATEWAY, Outcome.UNKNOWN, Cause.NOT_PERMITTED, "EPERM",
            "arp-probe", Map.of("errno", "EPERM"));
        Finding absent = new Finding(Fault.GATEWAY_ABSENT, Stage.GATEWAY, List.of(silent, echo), List.of(CARRIER), List.of(owner),
            Map.of("gateway", "192.168.1.1", "interface", "enp3s0"), ms(640));
        Finding icmp = new Finding(Fault.LOOPBACK_ICMP_FILTERED, Stage.LOOPBACK_IPV4, List.of(TALK4), List.of(), List.of(), Map.of(), ms(40));
        List<StageResult> stages = new ArrayList<>(stages(StageStatus.INFO, StageStatus.OK, StageStatus.OK, StageStatus.FAULT, StageStatus.NOT_RUN));
        stages.set(3, new StageResult(Stage.GATEWAY, StageStatus.FAULT, ms(640), List.of(
            new StageResult.Step("default-route-present", Truth.YES, List.of(CARRIER)),
            new StageResult.Step("gateway-on-link", Truth.NO, List.of(silent, echo)),
            new StageResult.Step("a question of a later version", Truth.UNKNOWN, List.of())), Optional.empty()));
        stages.set(4, new StageResult(Stage.EXTERNAL, StageStatus.NOT_RUN, Duration.ZERO, List.of(), Optional.of(Fault.GATEWAY_ABSENT)));
        return report(new Verdict(Verdict.Status.FAULT, Optional.of(absent), List.of("enp3s0", "192.168.1.1"), ms(640)),
            List.of(absent, icmp), stages, List.of(TALK4, TALK6, CARRIER, silent, echo, owner));
    }

    /** The absent router again, with all that people can bring to a run. */
    public static Report guided() {
        Instant at = Instant.parse("2026-11-23T08:00:30Z");
        return gatewayAbsent().with(new Conversation(Conversation.Mode.GUIDED, "INC-4711 | \"urgent\"",
            List.of(new Conversation.Answered("lights-on", Truth.NO, at), new Conversation.Answered("a question of later", Truth.UNKNOWN, at)),
            List.of(new Conversation.Note(Optional.of(Stage.GATEWAY), "Lights are off.\nThe cat <b>slept</b> on it; =1+1 `code` *bold* [x](http://evil.example/)", at),
                new Conversation.Note(Optional.empty(), "-2 desks away: 中文 ✔ Größe", at.plusSeconds(86_400))),
            List.of(new Conversation.Entry(at, "user", "step-opened", "gateway"), new Conversation.Entry(at.plusSeconds(5), "user", "remedy-tried", "gateway-absent 2"),
                new Conversation.Entry(at.plusSeconds(9), "program", "something-new", "=cmd|calc"),
                new Conversation.Entry(at.plusSeconds(20), "administrator", "checked-again", "")),
            List.of(new Conversation.Recheck(at.plusSeconds(20), Verdict.Status.FAULT, "gateway-absent", Verdict.Status.FAULT, "gateway-absent"),
                new Conversation.Recheck(at.plusSeconds(90), Verdict.Status.FAULT, "gateway-absent", Verdict.Status.HEALTHY, "healthy"))))
            .with(new SinceHealthy(Instant.parse("2026-11-21T16:20:07Z"), List.of(
                new ChangedFact(Topic.INTERFACE, List.of("enp3s0 up, MTU 1500"), List.of("enp3s0 up, MTU 9000")),
                new ChangedFact(Topic.RESOLVER, List.of("192.168.1.1", "9.9.9.9"), List.of()), new ChangedFact(Topic.WIRELESS, List.of(), List.of("wlan0 =1+1 <b>*Home*")))));
    }

    public static Report undecided() {
        Observation cancelled = seen("o2", "session", "run", Stage.LOOPBACK_IPV4, Outcome.SKIPPED, Cause.CANCELLED, "", "session", Map.of());
        Finding finding = new Finding(Fault.CANCELLED, Stage.LOOPBACK_IPV6, List.of(cancelled), List.of(), List.of(), Map.of(), ms(90));
        return report(new Verdict(Verdict.Status.UNDECIDED, Optional.of(finding), List.of(), ms(90)), List.of(finding),
            stages(StageStatus.OK, StageStatus.NOT_MEASURED, StageStatus.NOT_RUN, StageStatus.NOT_RUN, StageStatus.NOT_RUN), List.of(TALK4, cancelled));
    }

    public static Report degraded() {
        Observation dead = seen("o6", "external6-tcp", "2606:4700:4700:0:0:0:0:1111", Stage.EXTERNAL, Outcome.FAILED, Cause.NO_REPLY,
            "answer \u001b[31mred\u202e", "tcp-connect", values("port", 443, "refused", false));
        Finding broken = new Finding(Fault.IPV6_BROKEN, Stage.EXTERNAL, List.of(dead), List.of(OUTSIDE), List.of(),
            Map.of("gateway", "fe80:0:0:0:0:0:0:1%enp3s0", "target", "2606:4700:4700:0:0:0:0:1111"), ms(1400));
        Finding slow = new Finding(Fault.DNS_SLOW, Stage.EXTERNAL, List.of(dead), List.of(), List.of(), Map.of("resolver", "192.168.1.1"), ms(2900));
        return report(new Verdict(Verdict.Status.DEGRADED, Optional.of(broken), List.of("fe80:0:0:0:0:0:0:1%enp3s0",
            "2606:4700:4700:0:0:0:0:1111"), ms(2900)), List.of(broken, slow),
            stages(StageStatus.OK, StageStatus.OK, StageStatus.OK, StageStatus.OK, StageStatus.WARNING),
            List.of(TALK4, TALK6, CARRIER, ROUTER, OUTSIDE, dead));
    }

    private static Report report(Verdict verdict, List<Finding> findings, List<StageResult> stages, List<Observation> observations) {
        return new Report("0.1.0", Instant.parse("2026-11-23T08:00:00Z"), ms(812.4), machine(), new Diagnosis(verdict, findings, stages),
            observations);
    }

    private static Map<String, Object> machine() {
        return values("os", "linux", "hostname", "box", "interfaces", List.of(
                values("name", "lo", "kind", "loopback", "up", true, "addresses", List.of("127.0.0.1/8", "0:0:0:0:0:0:0:1/128")),
                values("name", "wlan0", "kind", "wifi", "up", false, "addresses", List.of()),
                values("name", "enp3s0", "kind", "ethernet", "up", true, "addresses",
                    List.of("fe80:0:0:0:a00:27ff:fe4e:66a1/64", "192.168.1.20/24"))),
            "routes", List.of(values("destination", "0.0.0.0/0", "type", "unicast", "gateway", "192.168.1.1", "interface", "enp3s0", "metric", 100)));
    }

    private static List<StageResult> stages(StageStatus... statuses) {
        List<StageResult> stages = new ArrayList<>();
        for (Stage stage : Stage.PATH) {
            stages.add(new StageResult(stage, statuses[stage.ordinal()], ms(10 * stage.ordinal()), List.of(), Optional.empty()));
        }
        return stages;
    }

    private static Observation passed(String id, String probe, String target, Stage stage, Map<String, Object> values) {
        return seen(id, probe, target, stage, Outcome.PASSED, Cause.NONE, "", "socket", values);
    }

    private static Observation seen(String id, String probe, String target, Stage stage, Outcome outcome, Cause cause, String detail,
                                    String method, Map<String, Object> values) {
        return new Observation(id, probe, target, stage, outcome, cause, detail, method, ms(1.25), ms(3.125), values);
    }

    private static Map<String, Object> values(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            values.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return values;
    }

    private static Duration ms(double ms) {
        return Duration.ofNanos((long) (ms * 1e6));
    }
}
