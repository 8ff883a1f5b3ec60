package org.faultline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.faultline.model.Cause;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Stage;
import org.junit.jupiter.api.Test;

class WalkTest {

    /** Else a failure that was told already would hold up an accusation that has nothing else behind it. */
    @Test
    void aFailureThatWasReportedIsNoEvidenceForTheNextFinding() {
        Observation range = failed("o1", "loopback-range", "127.0.0.53");
        Observation file = failed("o2", "hosts-file", "hosts file");
        List<Finding> findings = Walk.follow(Stage.LOOPBACK_IPV4, Evidence.complete(List.of(range, file)), false).findings();
        assertThat(findings).extracting(Finding::fault).containsExactly(Fault.LOOPBACK_RANGE_BROKEN, Fault.HOSTS_FILE_UNREADABLE);
        assertThat(findings.get(0).because()).containsExactly(range);
        assertThat(findings.get(1).because()).containsExactly(file);
    }

    private static Observation failed(String id, String probe, String target) {
        return new Observation(id, probe, target, Stage.LOOPBACK_IPV4, Outcome.FAILED, Cause.UNREADABLE, "", "test", Duration.ZERO,
            Duration.ZERO, Map.of());
    }
}
