package org.faultline.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever somebody types into the dialog, the saved report can be found by Open again. */
class FileNameTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"mycheck, mycheck.faultline.json", "mycheck.json, mycheck.faultline.json", "mycheck.faultline.json, mycheck.faultline.json",
        "My.Check, My.Check.faultline.json", "A.JSON, A.faultline.json", "a.Faultline.json, a.Faultline.json"})
    void theNameEndsAsReportsDo(String typed, String name) {
        assertThat(FileName.ended(folder.resolve(typed), "faultline.json")).isEqualTo(folder.resolve(name));
    }

    @ParameterizedTest
    @CsvSource({"f1, html, f1.html", "f1.HTML, html, f1.HTML", "report of 12.5., pdf, report of 12.5..pdf", "f1.txt, pdf, f1.txt.pdf"})
    void anExportEndsAsItsFormatDoes(String typed, String ending, String name) {
        assertThat(FileName.ended(folder.resolve(typed), ending)).isEqualTo(folder.resolve(name));
    }

    /** The dialog asked about mycheck.json, so mycheck.faultline.json must not be overwritten. */
    @Test
    void anotherReportIsNotReplacedUnasked() throws Exception {
        Files.writeString(folder.resolve("mycheck.faultline.json"), "{}");
        assertThat(FileName.ended(folder.resolve("mycheck.json"), "faultline.json")).isEqualTo(folder.resolve("mycheck-2.faultline.json"));
        assertThat(FileName.ended(folder.resolve("mycheck.faultline.json"), "faultline.json")).isEqualTo(folder.resolve("mycheck.faultline.json"));
    }
}
