package org.faultline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
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

    private static final Scenario HEALTHY = Scenario.all().stream().filter(scenario -> scenario.toString().equals("external/healthy-home"))
        .findFirst().orElseThrow();

    static List<String> calls() {
        return Arrays.stream(Host.class.getMethods()).map(Method::getName).filter(name -> !name.equals("machine")).distinct().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyFailureEndsInAVerdict(String call) {
        for (Errno errno : Errno.values()) {
            if (errno != Errno.NONE) {
                Stream.<IntPredicate>of(number -> number == 0, _ -> true)
                    .forEach(which -> check(call + " " + errno, HEALTHY.run(FailingHost.of(HEALTHY.host(), call, errno, which))));
            }
        }
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
