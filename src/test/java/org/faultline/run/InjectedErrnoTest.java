package org.faultline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import org.faultline.fake.FailingHost;
import org.faultline.host.Errno;
import org.faultline.host.Host;
import org.faultline.model.Cause;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Report;
import org.faultline.model.Severity;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes each host call fail with each errno, once and always: there is a verdict every time, and never an exception. */
class InjectedErrnoTest {

    /** Runs mostly wait. */
    private static final int SIDE_BY_SIDE = 16;

    private static final Scenario HEALTHY = Scenario.all().stream().filter(scenario -> scenario.toString().equals("external/healthy-home"))
        .findFirst().orElseThrow();

    static List<String> calls() {
        return Arrays.stream(Host.class.getMethods()).map(Method::getName).filter(name -> !name.equals("machine")).distinct().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyFailureEndsInAVerdict(String call) {
        Map<String, Future<Report>> reports = new LinkedHashMap<>();
        try (ExecutorService runs = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            for (Errno errno : Errno.values()) {
                if (errno != Errno.NONE) {
                    reports.put(call + " fails once with " + errno, runs.submit(() -> run(call, errno, number -> number == 0)));
                    reports.put(call + " always fails with " + errno, runs.submit(() -> run(call, errno, _ -> true)));
                }
            }
        }
        reports.forEach((what, report) -> check(what, report.resultNow()));
    }

    private static Report run(String call, Errno errno, IntPredicate which) {
        return HEALTHY.run(FailingHost.of(HEALTHY.host(), call, errno, which));
    }

    private static void check(String what, Report report) {
        assertThat(report.diagnosis().verdict().code()).as(what).isNotEmpty();
        assertThat(report.observations()).as(what).noneMatch(observation -> observation.cause() == Cause.CRASHED);
        assertThat(report.diagnosis().findings()).as(what).filteredOn(InjectedErrnoTest::accuses)
            .allSatisfy(finding -> assertThat(finding.because()).anyMatch(Observation::failed));
    }

    private static boolean accuses(Finding finding) {
        return finding.severity() == Severity.FAULT || finding.severity() == Severity.WARNING;
    }
}
