package org.faultline.report.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.faultline.model.Diagnosis;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;
import org.faultline.report.handover.BadCode.Problem;

/**
 * The text of a QR picture: {@value #PREFIX}, then bytes in {@link Letters}. All characters are of the alphanumeric set of QR codes, and it can be
 * typed. At most {@value #MOST_BYTES} bytes, so that the picture has at most 61 modules a side (version 11, error correction M): at arm's length a phone
 * resolves them from a picture of 5 cm. What does not fit is left out, facts of the machine first, and it is said.
 *
 * <table><caption>Format 1, bits first to last; numbers are those of numbers.txt</caption>
 * <tr><th>bits</th><th>what</th></tr>
 * <tr><td>8, 8, 8</td><td>version of the tool</td></tr>
 * <tr><td>2</td><td>system: 0 other, 1 Linux, 2 Windows, 3 macOS</td></tr>
 * <tr><td>25</td><td>start, in minutes since 2026-01-01T00:00Z</td></tr>
 * <tr><td>1, 1</td><td>redacted; something was left out</td></tr>
 * <tr><td>2, 16</td><td>status of the verdict (0 healthy, 1 degraded, 2 fault, 3 undecided); after how many hundredths of a second</td></tr>
 * <tr><td>1</td><td>whether the first finding is the one behind the verdict</td></tr>
 * <tr><td>5 × (10, 4)</td><td>findings: how many, then fault and stage of each</td></tr>
 * <tr><td>4 × (4, 3, 10, 8 × …)</td><td>stages: how many, then of each its number, status (0 ok, 1 info, 2 warning, 3 fault, 4 not run, 5 not measured),
 *     the fault that explains it (0: none) and its steps: how many, then of each the question (1: the number after the one
 *     before; 01 and four bits: 2 to 17 after it; 00 and ten bits: this number) and 2 bits of answer (0 yes, 1 no, 2 unknown)</td></tr>
 * <tr><td>4 × (5, …)</td><td>facts of the verdict: how many, then number and value ({@link Values})</td></tr>
 * <tr><td>2 × …</td><td>the ends of the break: how many, then their values</td></tr>
 * <tr><td>4 × (5, …)</td><td>facts of the machine, as before</td></tr>
 * <tr><td>0 to 7, 32</td><td>zeros to the end of the byte; CRC-32 of all bytes before</td></tr>
 * </table>
 */
final class QrText {

    static final String PREFIX = "FAULTLINE1:";
    static final int MOST_BYTES = 220;

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MOST_FINDINGS = 31;
    private static final int MOST_STEPS = 255;
    private static final int NEAR = 16;
    private static final int MOST_FACTS = 15;

    private final Numbers numbers;

    QrText(Numbers numbers) {
        this.numbers = numbers;
    }

    String write(Report report) {
        return PREFIX + Letters.write(packed(report));
    }

    /** Leaves out facts of the machine, then those of the verdict, then the beginnings of the paths, until it fits. */
    byte[] packed(Report report) {
        Map<String, String> machine = KeyFacts.of(report);
        Map<String, String> facts = numbered(report.diagnosis().verdict().finding().map(Finding::facts).orElse(Map.of()));
        int steps = MOST_STEPS;
        boolean cut = false;
        while (true) {
            byte[] bytes = bits(report, facts, machine, steps, cut).bytes();
            if (bytes.length + 4 <= MOST_BYTES) {
                return checked(bytes);
            }
            cut = true;
            if (!machine.isEmpty()) {
                machine = withoutLast(machine);
            } else if (!facts.isEmpty()) {
                facts = withoutLast(facts);
            } else {
                steps = steps / 2;
            }
        }
    }

    private Map<String, String> numbered(Map<String, String> facts) {
        Map<String, String> numbered = new LinkedHashMap<>();
        facts.entrySet().stream().filter(fact -> numbers.of("fact", fact.getKey()) > 0)
            .sorted((one, other) -> numbers.of("fact", one.getKey()) - numbers.of("fact", other.getKey())).limit(MOST_FACTS)
            .forEach(fact -> numbered.put(fact.getKey(), fact.getValue()));
        return numbered;
    }

    private static Map<String, String> withoutLast(Map<String, String> facts) {
        LinkedHashMap<String, String> fewer = new LinkedHashMap<>(facts);
        fewer.pollLastEntry();
        return fewer;
    }

    private static byte[] checked(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        byte[] checked = Arrays.copyOf(bytes, bytes.length + 4);
        for (int at = 0; at < 4; at++) {
            checked[bytes.length + at] = (byte) (sum.getValue() >> 24 - 8 * at);
        }
        return checked;
    }

    private Bits bits(Report report, Map<String, String> facts, Map<String, String> machine, int steps, boolean cut) {
        Bits bits = new Bits();
        Arrays.stream(Common.version(report.toolVersion())).forEach(part -> bits.put(Math.min(part, 255), 8));
        bits.put(Math.max(0, Common.SYSTEMS.indexOf(String.valueOf(report.machine().get("os")))), 2);
        bits.put((int) Math.clamp(Duration.between(EPOCH, report.started()).toMinutes(), 0, (1 << 25) - 1), 25);
        bits.put(report.redacted() ? 1 : 0, 1).put(cut || report.diagnosis().findings().size() > MOST_FINDINGS ? 1 : 0, 1);
        Verdict verdict = report.diagnosis().verdict();
        bits.put(Common.VERDICTS.indexOf(verdict.status()), 2).put((int) Math.min(verdict.at().toMillis() / 10, 65535), 16);
        List<Finding> findings = report.diagnosis().findings().stream().limit(MOST_FINDINGS).toList();
        bits.put(verdict.finding().isPresent() ? 1 : 0, 1).put(findings.size(), 5);
        findings.forEach(finding -> bits.put(numbers.of("fault", finding.fault().code()), 10).put(numbers.of("stage", finding.stage().id()), 4));
        bits.put(report.diagnosis().stages().size(), 4);
        report.diagnosis().stages().forEach(stage -> write(stage, steps, bits));
        write(facts, bits);
        List<String> between = verdict.between().stream().limit(2).toList();
        bits.put(between.size(), 2);
        between.forEach(end -> Values.write(end, bits));
        write(machine, bits);
        return bits;
    }

    private void write(StageResult stage, int most, Bits bits) {
        bits.put(numbers.of("stage", stage.stage().id()), 4).put(Common.STATUSES.indexOf(stage.status()), 3);
        bits.put(stage.explainedBy().map(fault -> numbers.of("fault", fault.code())).orElse(0), 10);
        List<StageResult.Step> steps = stage.path().subList(Math.max(0, stage.path().size() - most), stage.path().size());
        bits.put(steps.size(), 8);
        int before = 0;
        for (StageResult.Step step : steps) {
            int number = numbers.of("question", step.question());
            if (number == before + 1) {
                bits.put(1, 1);
            } else if (number > before + 1 && number <= before + 1 + NEAR) {
                bits.put(1, 2).put(number - before - 2, 4);
            } else {
                bits.put(0, 2).put(number, 10);
            }
            bits.put(Common.ANSWERS.indexOf(step.answer()), 2);
            before = number;
        }
    }

    private void write(Map<String, String> facts, Bits bits) {
        bits.put(facts.size(), 4);
        facts.forEach((name, value) -> {
            bits.put(numbers.of("fact", name), 5);
            Values.write(value, bits);
        });
    }

    /** @param letters what follows the prefix, as {@link Letters#plain} makes it */
    Handover read(String letters) {
        for (int at = 0; at < letters.length(); at++) {
            if (Letters.ALPHABET.indexOf(letters.charAt(at)) < 0) {
                throw new BadCode(Problem.NO_SUCH_CHARACTER, letters.charAt(at), at / 4 + 1);
            }
        }
        byte[] bytes = Letters.read(letters);
        if (bytes.length < 5) {
            throw new BadCode(Problem.TOO_SHORT);
        }
        byte[] data = Arrays.copyOf(bytes, bytes.length - 4);
        if (!Arrays.equals(checked(data), bytes)) {
            throw new BadCode(Problem.CHECKSUM);
        }
        return handover(Bits.reader(data));
    }

    private Handover handover(Bits.Reader bits) {
        String version = bits.take(8) + "." + bits.take(8) + "." + bits.take(8);
        String os = Common.known(Common.SYSTEMS, bits.take(2));
        Instant started = EPOCH.plus(Duration.ofMinutes(bits.take(25)));
        boolean redacted = bits.take(1) == 1;
        boolean cut = bits.take(1) == 1;
        Verdict.Status status = Common.known(Common.VERDICTS, bits.take(2));
        Duration at = Duration.ofMillis(bits.take(16) * 10L);
        boolean behind = bits.take(1) == 1;
        List<Finding> findings = new ArrayList<>();
        for (int count = bits.take(5); count > 0; count--) {
            findings.add(Common.finding(Common.fault(numbers, bits.take(10)), Common.stage(numbers, bits.take(4)), Map.of()));
        }
        List<StageResult> stages = new ArrayList<>();
        for (int count = bits.take(4); count > 0; count--) {
            stages.add(stage(bits));
        }
        if (behind && findings.isEmpty()) {
            throw new BadCode(Problem.NONSENSE);
        }
        Map<String, String> facts = facts(bits);
        if (behind) {
            findings.set(0, Common.finding(findings.getFirst().fault(), findings.getFirst().stage(), facts));
        }
        List<String> between = new ArrayList<>();
        for (int count = bits.take(2); count > 0; count--) {
            between.add(Values.read(bits));
        }
        Verdict verdict = Common.verdict(status, behind ? Optional.of(findings.getFirst()) : Optional.empty(), between, at);
        Handover made = new Handover(Handover.Source.QR, version, Optional.of(started), os, new Diagnosis(verdict, findings, stages), facts(bits), 0, redacted, cut);
        return made.withDigest(Common.digest(made.report()));
    }

    private StageResult stage(Bits.Reader bits) {
        Stage stage = Common.stage(numbers, bits.take(4));
        StageStatus status = Common.known(Common.STATUSES, bits.take(3));
        int explained = bits.take(10);
        Optional<Fault> explainedBy = explained == 0 ? Optional.empty() : Optional.of(Common.fault(numbers, explained));
        List<StageResult.Step> steps = new ArrayList<>();
        int number = 0;
        for (int count = bits.take(8); count > 0; count--) {
            number = bits.take(1) == 1 ? number + 1 : bits.take(1) == 1 ? number + 2 + bits.take(4) : bits.take(10);
            int asked = number;
            steps.add(new StageResult.Step(numbers.name("question", asked).orElseGet(() -> Handover.NAMELESS + asked), Common.known(Common.ANSWERS, bits.take(2)), List.of()));
        }
        return new StageResult(stage, status, Duration.ZERO, steps, explainedBy);
    }

    private Map<String, String> facts(Bits.Reader bits) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int count = bits.take(4); count > 0; count--) {
            int number = bits.take(5);
            facts.put(numbers.name("fact", number).orElseGet(() -> "fact-" + number), Values.read(bits));
        }
        return facts;
    }
}
