package org.faultline.report.handover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.model.Diagnosis;
import org.faultline.model.Finding;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Verdict;
import org.faultline.report.handover.BadCode.Problem;

/**
 * Sixteen characters to read aloud, in four groups of four: thirteen of data, three to check them ({@link CheckDigits}). Nothing private is in it:
 * no name, no address, no time. The 65 bits, first to last:
 *
 * <table><caption>Format 1</caption>
 * <tr><th>bits</th><th>what</th></tr>
 * <tr><td>3</td><td>version of this format: 1</td></tr>
 * <tr><td>2</td><td>status of the verdict: 0 healthy, 1 degraded, 2 fault, 3 undecided</td></tr>
 * <tr><td>10</td><td>number of its fault; 0 for none</td></tr>
 * <tr><td>4</td><td>number of the stage at which it was found; 0 for none</td></tr>
 * <tr><td>23</td><td>how the stages 1 to 8 came out, as one number to the base 7, stage 1 first: 0 not in the report, else
 *     1 ok, 2 info, 3 warning, 4 fault, 5 not run, 6 not measured</td></tr>
 * <tr><td>4, 6, 6</td><td>version of the tool</td></tr>
 * <tr><td>7</td><td>digest of all answers</td></tr>
 * </table>
 */
final class SpokenCode {

    static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final int DATA = LENGTH - CheckDigits.COUNT;
    private static final int FORMAT = 1;
    private static final int STAGES = 8;
    private static final int BASE = 7;

    private final Numbers numbers;
    private final CheckDigits check = new CheckDigits();

    SpokenCode(Numbers numbers) {
        this.numbers = numbers;
    }

    String write(Report report) {
        Bits bits = new Bits().put(FORMAT, 3);
        Verdict verdict = report.diagnosis().verdict();
        bits.put(Common.VERDICTS.indexOf(verdict.status()), 2);
        bits.put(verdict.finding().map(found -> numbers.of("fault", found.fault().code())).orElse(0), 10);
        bits.put(verdict.finding().map(found -> numbers.of("stage", found.stage().id())).orElse(0), 4);
        bits.put(stages(report.diagnosis().stages()), 23);
        int[] version = Common.version(report.toolVersion());
        bits.put(Math.min(version[0], 15), 4).put(Math.min(version[1], 63), 6).put(Math.min(version[2], 63), 6);
        bits.put(Common.digest(report), 7);
        int[] data = new int[DATA];
        Bits.Reader reader = Bits.reader(bits.bytes());
        Arrays.setAll(data, _ -> reader.take(5));
        return grouped(check.extended(data));
    }

    private int stages(List<StageResult> stages) {
        int[] digits = new int[STAGES];
        for (StageResult stage : stages) {
            int number = numbers.of("stage", stage.stage().id());
            if (number >= 1 && number <= STAGES) {
                digits[number - 1] = 1 + Common.STATUSES.indexOf(stage.status());
            }
        }
        return Arrays.stream(digits).reduce(0, (sum, digit) -> sum * BASE + digit);
    }

    private static String grouped(int[] word) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < word.length; at++) {
            text.append(at > 0 && at % GROUP == 0 ? "-" : "").append(Letters.ALPHABET.charAt(word[at]));
        }
        return text.toString();
    }

    /** @param plain as {@link Letters#plain} makes it */
    Handover read(String plain) {
        int[] word = word(plain);
        if (!check.fit(word)) {
            throw check.wrongPlace(word).map(place -> new BadCode(Problem.ONE_WRONG, plain.charAt(place), place % GROUP + 1, place / GROUP + 1))
                .orElseGet(() -> new BadCode(Problem.SEVERAL_WRONG));
        }
        Bits data = new Bits();
        Arrays.stream(word).limit(DATA).forEach(symbol -> data.put(symbol, 5));
        return handover(Bits.reader(data.bytes()));
    }

    private static int[] word(String plain) {
        for (int at = 0; at < Math.min(LENGTH, plain.length()); at++) {
            if (Letters.ALPHABET.indexOf(plain.charAt(at)) < 0) {
                throw new BadCode(Problem.NO_SUCH_CHARACTER, plain.charAt(at), at / GROUP + 1);
            }
        }
        if (plain.length() != LENGTH) {
            throw new BadCode(Problem.WRONG_LENGTH, plain.length(), LENGTH);
        }
        return plain.chars().map(Letters.ALPHABET::indexOf).toArray();
    }

    private Handover handover(Bits.Reader bits) {
        if (bits.take(3) != FORMAT) {
            throw new BadCode(Problem.NEWER);
        }
        Verdict.Status status = Common.known(Common.VERDICTS, bits.take(2));
        int fault = bits.take(10);
        int stage = bits.take(4);
        Optional<Finding> finding = fault == 0 ? Optional.empty()
            : Optional.of(Common.finding(Common.fault(numbers, fault), Common.stage(numbers, stage), Map.of()));
        List<StageResult> stages = stages(bits.take(23));
        String version = bits.take(4) + "." + bits.take(6) + "." + bits.take(6);
        Diagnosis diagnosis = new Diagnosis(Common.verdict(status, finding, List.of(), Duration.ZERO), finding.stream().toList(), stages);
        return new Handover(Handover.Source.SPOKEN, version, Optional.empty(), "", diagnosis, Map.of(), bits.take(7), true, false);
    }

    private List<StageResult> stages(int number) {
        List<StageResult> stages = new ArrayList<>();
        int left = number;
        for (int stage = STAGES; stage >= 1; stage--) {
            int digit = left % BASE;
            left /= BASE;
            if (digit > 0) {
                stages.addFirst(result(Common.stage(numbers, stage), Common.known(Common.STATUSES, digit - 1)));
            }
        }
        if (left > 0) {
            throw new BadCode(Problem.NONSENSE);
        }
        return stages;
    }

    private static StageResult result(Stage stage, StageStatus status) {
        return new StageResult(stage, status, Duration.ZERO, List.of(), Optional.empty());
    }
}
