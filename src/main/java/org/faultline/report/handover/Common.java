package org.faultline.report.handover;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Report;
import org.faultline.model.Severity;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;

/** What both codes have in common: how single things become numbers and back. The order of these lists is part of the format. */
final class Common {

    static final List<StageStatus> STATUSES = List.of(StageStatus.OK, StageStatus.INFO, StageStatus.WARNING, StageStatus.FAULT, StageStatus.NOT_RUN,
        StageStatus.NOT_MEASURED);
    static final List<Verdict.Status> VERDICTS = List.of(Verdict.Status.HEALTHY, Verdict.Status.DEGRADED, Verdict.Status.FAULT, Verdict.Status.UNDECIDED);
    static final List<Truth> ANSWERS = List.of(Truth.YES, Truth.NO, Truth.UNKNOWN);
    static final List<String> SYSTEMS = List.of("other", "linux", "windows", "macos");

    private static final int DIGESTS = 128;

    private Common() { }

    /** @throws BadCode if a later version has more of them */
    static <T> T known(List<T> all, int number) {
        if (number >= all.size()) {
            throw new BadCode(BadCode.Problem.NEWER);
        }
        return all.get(number);
    }

    static Stage stage(Numbers numbers, int number) {
        return numbers.name("stage", number).flatMap(Stage::of).orElseThrow(() -> new BadCode(BadCode.Problem.NEWER));
    }

    static Fault fault(Numbers numbers, int number) {
        return numbers.name("fault", number).flatMap(Fault::of).orElseThrow(() -> new BadCode(BadCode.Problem.NEWER));
    }

    static Finding finding(Fault fault, Stage stage, Map<String, String> facts) {
        return new Finding(fault, stage, List.of(), List.of(), List.of(), facts, Duration.ZERO);
    }

    /** A code whose checks are right and whose parts contradict each other was made by something else. */
    static Verdict verdict(Verdict.Status status, Optional<Finding> finding, List<String> between, Duration at) {
        Optional<Severity> severity = finding.map(Finding::severity);
        boolean fits = switch (status) {
            case HEALTHY -> severity.isEmpty();
            case DEGRADED -> severity.equals(Optional.of(Severity.WARNING));
            case FAULT -> severity.equals(Optional.of(Severity.FAULT));
            case UNDECIDED -> severity.isEmpty() || severity.get() == Severity.NOT_MEASURED;
        };
        if (!fits) {
            throw new BadCode(BadCode.Problem.NONSENSE);
        }
        return new Verdict(status, finding, between, at);
    }

    /** Three numbers; what a version has beyond them (a suffix) is left out, and no part is larger than its width allows. */
    static int[] version(String version) {
        String[] parts = version.split("[^0-9]+");
        int[] numbers = new int[3];
        for (int at = 0; at < Math.min(3, parts.length); at++) {
            numbers[at] = parts[at].isEmpty() || parts[at].length() > 4 ? 0 : Integer.parseInt(parts[at]);
        }
        return numbers;
    }

    /** Of all questions and their answers, by name: the same in every version of the format. */
    static int digest(Report report) {
        CRC32 sum = new CRC32();
        for (StageResult stage : report.diagnosis().stages()) {
            stage.path().forEach(step -> sum.update((step.question() + "=" + step.answer().id() + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        return (int) (sum.getValue() % DIGESTS);
    }
}
