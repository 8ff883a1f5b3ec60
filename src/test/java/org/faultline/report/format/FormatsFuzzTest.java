package org.faultline.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.faultline.json.BadJson;
import org.faultline.report.JsonReport;
import org.faultline.report.Mutation;
import org.faultline.report.Reports;
import org.faultline.report.SavedReport;
import org.faultline.report.ShownTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Reports with a little damage, of this version and of a later one, through every format: each is refused or written harmless. */
@Execution(ExecutionMode.CONCURRENT)
class FormatsFuzzTest {

    private static final int ROUNDS = 4_000;

    @Test
    void noMutationBreaksAFormat() throws Exception {
        Random random = new Random(20261126);
        String whole = new String(JsonReport.write(Reports.guided()), StandardCharsets.UTF_8);
        List<byte[]> seeds = List.of(whole.getBytes(StandardCharsets.UTF_8), whole.replace("faultline-report/1", "faultline-report/2").getBytes(StandardCharsets.UTF_8));
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try {
                SavedReport saved = SavedReport.open(Mutation.of(seeds.get(round % 2), random), "0.1.0");
                ReportFormat format = Formats.ALL.get(read++ % Formats.ALL.size());
                FormatsTest.promises(format, format.write(saved.report(), Locale.GERMAN));
                assertThat(saved.remarks(ShownTime.universal(Locale.ENGLISH))).isNotEmpty();
            } catch (BadJson e) {
                assertThat(e.getMessage()).startsWith("report").hasSizeLessThan(2_000);
            }
        }
        System.out.println("Formats: " + ROUNDS + " mutations, " + read + " read and written");
        assertThat(read).isGreaterThan(100);
    }
}
