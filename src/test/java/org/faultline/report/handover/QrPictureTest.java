package org.faultline.report.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.faultline.model.Report;
import org.faultline.report.HandoverCode;
import org.faultline.report.Redaction;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Pictures of real runs, read by a stock scanner (zbar) and by our own reader. */
@Execution(ExecutionMode.CONCURRENT)
class QrPictureTest {

    /** Every eighth scenario. */
    private static final List<Report> RUNS = java.util.stream.IntStream.range(0, Scenario.all().size()).filter(at -> at % 8 == 0)
        .mapToObj(at -> Scenario.all().get(at).report()).toList();

    @TempDir
    private Path folder;

    @BeforeAll
    static void whereThereIsAScanner() throws Exception {
        assumeTrue(run("zbarimg", "--version").code() == 0, "SKIPPED: zbarimg is not installed (package zbar-tools)");
    }

    @Test
    void aStockScannerReadsThePictureOfEveryRun() throws Exception {
        int largest = 0;
        int longest = 0;
        double slowest = 0;
        for (Report report : RUNS) {
            Report redacted = Redaction.of(report).report();
            long start = System.nanoTime();
            HandoverCode code = HandoverCode.of(redacted);
            QrPicture picture = code.picture();
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1e6);
            largest = Math.max(largest, picture.size());
            longest = Math.max(longest, code.qr().length());
            assertThat(scanned(drawn(picture, 3, "small"))).isEqualTo(code.qr());
            assertThat(HandoverCode.read(code.qr()).diagnosis().verdict().code()).isEqualTo(report.diagnosis().verdict().code());
            assertThat(HandoverCode.read(code.qr()).diagnosis().stages()).hasSameSizeAs(report.diagnosis().stages());
            assertThat(HandoverCode.read(code.qr()).pathDigest()).isEqualTo(Common.digest(report));
        }
        System.out.printf("handover: %d pictures scanned at 3 pixels a module, largest %d modules, longest text %d characters, slowest made in %.0f ms%n",
            RUNS.size(), largest, longest, slowest);
        assertThat(largest).isLessThanOrEqualTo(61);
    }

    /** As a phone sees it: from aside, a little out of focus, in bad light. */
    @Test
    void aStockScannerReadsItFromAsideAndOutOfFocus() throws Exception {
        assumeTrue(run("convert", "--version").code() == 0, "SKIPPED: ImageMagick is not installed");
        QrPicture picture = HandoverCode.of(Redaction.of(RUNS.get(RUNS.size() / 2)).report()).picture();
        String text = HandoverCode.of(Redaction.of(RUNS.get(RUNS.size() / 2)).report()).qr();
        int side = (picture.size() + 2 * QrPicture.MARGIN) * 5;
        String aside = "0,0 %d,%d %d,0 %d,%d %d,%d %d,%d 0,%d %d,%d".formatted(side / 12, side / 10, side, side * 9 / 10, side / 30, side, side,
            side * 14 / 15, side * 19 / 20, side, side / 20, side);
        Path plain = drawn(picture, 5, "plain");
        for (List<String> trouble : List.of(List.of("-blur", "0x1.5"), List.of("-virtual-pixel", "white", "-distort", "Perspective", aside),
            List.of("-rotate", "17", "-blur", "0x1"), List.of("-brightness-contrast", "-30x-50"), List.of("-resize", "60%"), List.of("-quality", "15"))) {
            Path photo = folder.resolve("photo.jpg");
            List<String> command = new java.util.ArrayList<>(List.of("convert", plain.toString()));
            command.addAll(trouble);
            command.add(photo.toString());
            assertThat(run(command.toArray(String[]::new)).code()).isZero();
            assertThat(scanned(photo)).as(trouble.toString()).isEqualTo(text);
        }
    }

    private Path drawn(QrPicture picture, int pixels, String name) throws IOException {
        int side = (picture.size() + 2 * QrPicture.MARGIN) * pixels;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < side * side; at++) {
            int x = at % side / pixels - QrPicture.MARGIN;
            int y = at / side / pixels - QrPicture.MARGIN;
            boolean inside = x >= 0 && y >= 0 && x < picture.size() && y < picture.size();
            image.setRGB(at % side, at / side, inside && picture.isDark(x, y) ? 0 : 0xffffff);
        }
        Path file = folder.resolve(name + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static String scanned(Path picture) throws Exception {
        return run("zbarimg", "--quiet", "--raw", picture.toString()).out().strip();
    }

    private record Outcome(int code, String out) { }

    private static Outcome run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), out);
        } catch (IOException e) {
            return new Outcome(127, "");
        }
    }
}
