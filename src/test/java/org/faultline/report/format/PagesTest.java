package org.faultline.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.faultline.model.Report;
import org.faultline.report.ReportSheet;
import org.faultline.report.Reports;
import org.faultline.report.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTML in a real browser and the PDF as drawn pages. Where the browser or poppler is not installed, that is said and counts as skipped. */
@Execution(ExecutionMode.CONCURRENT)
class PagesTest {

    @TempDir
    private Path folder;

    private final Report report = Reports.guided();

    private String browse(String... arguments) {
        return Tool.run("chromium", Stream.concat(Stream.of("--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + folder.resolve("browser"),
            "--proxy-server=127.0.0.1:9"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Path html() throws IOException {
        return Files.write(folder.resolve("report.html"), new HtmlFormat().write(report, Locale.GERMAN));
    }

    @Test
    void theBrowserUnderstandsThePageAndItsPolicyLetsTheStyleIn() throws IOException {
        String dom = browse("--enable-logging=stderr", "--dump-dom", html().toString());
        assertThat(dom).contains(ReportSheet.of(report, Locale.GERMAN).title(), "<html lang=\"de\"").doesNotContain("Content Security Policy directive", "<b>slept");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void thePageIsDrawnDarkAndLight(int scheme) throws IOException {
        Path picture = folder.resolve("page.png");
        browse("--hide-scrollbars", "--window-size=1000,900", "--blink-settings=preferredColorScheme=" + scheme, "--screenshot=" + picture, html().toString());
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(colours(image)).as("not blank").isGreaterThan(50);
        int corner = image.getRGB(2, 2) & 0xff;
        assertThat(corner < 64).as("the page around is dark").isEqualTo(scheme == 0);
    }

    @Test
    void thePdfHasItsPagesAndNoneIsBlank() throws IOException {
        Path pdf = Files.write(folder.resolve("report.pdf"), new PdfFormat().write(report, Locale.ENGLISH));
        Tool.run("pdftoppm", "-r", "50", "-png", pdf.toString(), folder.resolve("page").toString());
        try (Stream<Path> files = Files.list(folder)) {
            Path[] pages = files.filter(file -> file.toString().endsWith(".png")).sorted().toArray(Path[]::new);
            assertThat(pages).hasSizeBetween(3, 6);
            for (Path page : pages) {
                assertThat(colours(ImageIO.read(page.toFile()))).as(page.toString()).isGreaterThan(20);
            }
        }
        String text = Tool.run("pdftotext", "-enc", "UTF-8", "-layout", pdf.toString(), "-");
        assertThat(text).contains("Nobody answers at the router's address", "Page 1 of ", "ip route show default; ip neigh show", "\\u4e2d\\u6587");
    }

    /** A heading belongs to what stands below it, and no page is left half empty for the tree. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void noHeadingStandsAloneAndNoPageIsNearlyEmpty(String language) throws IOException {
        Locale locale = Locale.of(language);
        Path pdf = Files.write(folder.resolve("report.pdf"), new PdfFormat().write(report, locale));
        Set<String> headings = ReportSheet.of(report, locale).sections().stream().map(Sheet.Section::heading).collect(Collectors.toSet());
        String[] pages = Tool.run("pdftotext", "-enc", "UTF-8", "-layout", pdf.toString(), "-").split("\f");
        for (int at = 0; at < pages.length; at++) {
            List<String> lines = pages[at].lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            assertThat(headings).as("the foot of page " + (at + 1)).doesNotContain(lines.get(lines.size() - 2));
            assertThat(lines.size()).as("lines of page " + (at + 1)).isGreaterThan(at == pages.length - 1 ? 2 : 12);
        }
    }

    private static long colours(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
            .map(at -> image.getRGB(at % image.getWidth(), at / image.getWidth())).distinct().count();
    }
}
