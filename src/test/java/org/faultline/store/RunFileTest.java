package org.faultline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.faultline.report.Reports;
import org.junit.jupiter.api.Test;

/** The ids in the names of kept runs. */
class RunFileTest {

    private static Set<String> every(int step) {
        return IntStream.iterate(0, id -> id < 1 << 16, id -> id + step).mapToObj("%04x"::formatted).collect(Collectors.toSet());
    }

    private static String id(Set<String> taken) {
        return RunFile.entry(Path.of(RunFile.name(Reports.healthy(), taken)), 0).orElseThrow().id();
    }

    /** Of a hundred tries all hit one of the half that is taken less often than once in 10^30. */
    @Test
    void aNewRunTakesNoIdThatAnotherHas() {
        Set<String> even = every(2);
        for (int run = 0; run < 20; run++) {
            assertThat(id(even)).matches("[0-9a-f]{3}[13579bdf]");
        }
    }

    @Test
    void whereAllIdsAreTakenOneIsSharedRatherThanSearchedForEver() {
        assertThat(id(every(1))).isEqualTo("0000");
    }
}
