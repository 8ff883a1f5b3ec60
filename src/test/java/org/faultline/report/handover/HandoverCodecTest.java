package org.faultline.report.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.faultline.model.Fault;
import org.faultline.model.Finding;
import org.faultline.model.Report;
import org.faultline.model.StageResult;
import org.faultline.report.HandoverCode;
import org.faultline.report.Redaction;
import org.faultline.report.Reports;
import org.faultline.report.handover.BadCode.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class HandoverCodecTest {

    private final HandoverCodec codec = new HandoverCodec();

    private BadCode refusal(String code) {
        return catchThrowableOfType(BadCode.class, () -> codec.read(code));
    }

    @Test
    void theSpokenCodeBringsTheVerdictAndTheStages() {
        for (Report report : Reports.all()) {
            String code = codec.spoken(report);
            assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
            Handover read = codec.read(code);
            assertThat(read.diagnosis().verdict().code()).isEqualTo(report.diagnosis().verdict().code());
            assertThat(read.diagnosis().verdict().status()).isEqualTo(report.diagnosis().verdict().status());
            assertThat(statuses(read.report())).isEqualTo(statuses(report));
            assertThat(read.toolVersion()).isEqualTo("0.1.0");
            assertThat(read.pathDigest()).isEqualTo(Common.digest(report));
            assertThat(read.hasPath()).isFalse();
        }
    }

    @Test
    void thePictureBringsThePathAndTheKeyFactsToo() {
        for (Report report : Reports.all()) {
            Handover read = codec.read(codec.qr(report));
            assertThat(read.diagnosis().verdict().code()).isEqualTo(report.diagnosis().verdict().code());
            assertThat(read.diagnosis().verdict().between()).hasSameSizeAs(report.diagnosis().verdict().between());
            assertThat(read.diagnosis().findings()).extracting(Finding::fault).isEqualTo(report.diagnosis().findings().stream().map(Finding::fault).toList());
            assertThat(read.facts()).isEqualTo(Map.of("interface", "enp3s0", "address", "192.168.1.20/24", "gateway", "192.168.1.1"));
            assertThat(read.started()).contains(report.started());
            assertThat(read.os()).isEqualTo("linux");
            assertThat(read.cut()).isFalse();
            assertThat(statuses(read.report())).isEqualTo(statuses(report));
        }
        Handover read = codec.read(codec.qr(Reports.gatewayAbsent()));
        assertThat(read.diagnosis().stages().get(3).path()).extracting(StageResult.Step::question)
            .containsExactly("question-0", "gateway-on-link", "question-0");
        assertThat(read.diagnosis().stages().get(4).explainedBy()).contains(Fault.GATEWAY_ABSENT);
        assertThat(read.diagnosis().verdict().finding().orElseThrow().facts()).isEqualTo(Map.of("gateway", "192.168.1.1", "interface", "enp3s0"));
    }

    private static List<String> statuses(Report report) {
        return report.diagnosis().stages().stream().map(stage -> stage.stage().id() + " " + stage.status().id()).toList();
    }

    @Test
    void thePictureHoldsTokensOfARedactedReport() {
        Handover read = codec.read(codec.qr(Redaction.of(Reports.degraded()).report()));
        assertThat(read.redacted()).isTrue();
        assertThat(codec.read(codec.qr(Reports.degraded())).redacted()).isFalse();
    }

    /** Every character by every other one, and every two characters by each other: none of these codes is taken. */
    @Test
    void everyWrongCharacterAndEverySwapIsNoticed() {
        int wrong = 0;
        int swapped = 0;
        int located = 0;
        for (String code : codes(200)) {
            String plain = Letters.plain(code);
            for (int at = 0; at < plain.length(); at++) {
                for (char other : Letters.ALPHABET.toCharArray()) {
                    if (other != plain.charAt(at)) {
                        BadCode refusal = refusal(plain.substring(0, at) + other + plain.substring(at + 1));
                        assertThat(refusal).isNotNull();
                        assertThat(refusal.problem()).isEqualTo(Problem.ONE_WRONG);
                        assertThat(refusal.places()).isEqualTo(List.of(other, at % 4 + 1, at / 4 + 1));
                        wrong++;
                        located++;
                    }
                }
                for (int with = at + 1; with < plain.length(); with++) {
                    if (plain.charAt(at) != plain.charAt(with)) {
                        char[] letters = plain.toCharArray();
                        letters[at] = plain.charAt(with);
                        letters[with] = plain.charAt(at);
                        assertThat(refusal(new String(letters)).problem()).isEqualTo(Problem.SEVERAL_WRONG);
                        swapped++;
                    }
                }
            }
        }
        System.out.println("handover: " + wrong + " wrong characters noticed (" + located + " with their place), " + swapped + " swaps noticed, none missed");
    }

    /** Codes of many verdicts, statuses and versions. */
    private List<String> codes(int count) {
        Random random = new Random(4711);
        List<Report> reports = Reports.all();
        List<String> codes = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            Report base = reports.get(at % reports.size());
            String version = random.nextInt(16) + "." + random.nextInt(64) + "." + random.nextInt(64);
            codes.add(codec.spoken(new Report(version, base.started(), base.elapsed(), base.machine(), base.diagnosis(), base.observations())));
        }
        return codes;
    }

    @Test
    void spellingDoesNotMatter() {
        String code = codec.spoken(Reports.gatewayAbsent());
        String spoken = code.toLowerCase(Locale.ROOT).replace('-', ' ').replace('0', 'o').replace('1', 'l');
        assertThat(codec.read(" " + spoken + "\n").diagnosis()).isEqualTo(codec.read(code).diagnosis());
        String qr = codec.qr(Reports.gatewayAbsent());
        assertThat(codec.read(qr.toLowerCase(Locale.ROOT).replaceAll("(.{10})", "$1 \n")).diagnosis()).isEqualTo(codec.read(qr).diagnosis());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        '', EMPTY
        ' - ', EMPTY
        ABCD-EFGH, WRONG_LENGTH
        ABCD-EFU0-0000-0000, NO_SUCH_CHARACTER
        0000-0000-0000-0000, NEWER
        FAULTLINE2:ABCD, NEWER
        FAULTLINE1:, TOO_SHORT
        FAULTLINE1:ABCDEFGHJKMNPQRST, CHECKSUM
        FAULTLINE1:AB!D, NO_SUCH_CHARACTER
        https://example.com/, NO_SUCH_CHARACTER
        """)
    void whatIsNoCodeIsRefusedWithAReason(String code, Problem problem) {
        BadCode refusal = refusal(code);
        assertThat(refusal.problem()).isEqualTo(problem);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(HandoverCode.whatIsWrong(refusal, locale)).isNotBlank().doesNotContain("{");
        }
    }

    /** Whoever can compute checks can write any bits: they make a report or a refusal, nothing else. */
    @Test
    void anyBitsBehindRightChecksAreReadOrRefused() {
        Random random = new Random(7);
        int read = 0;
        byte[] real = new QrText(new Numbers()).packed(Reports.gatewayAbsent());
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = java.util.Arrays.copyOf(real, real.length - 4);
            for (int change = random.nextInt(1, 8); change > 0; change--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            java.util.zip.CRC32 sum = new java.util.zip.CRC32();
            sum.update(bytes);
            byte[] checked = java.nio.ByteBuffer.allocate(bytes.length + 4).put(bytes).putInt((int) sum.getValue()).array();
            if (refusal(QrText.PREFIX + Letters.write(checked)) == null) {
                read++;
            }
        }
        System.out.println("handover: 20000 changed contents with right checks, " + read + " read as another report, the others refused");
    }

    @Test
    void aLongPathAndLongFactsAreCutAndItIsSaid() {
        Report report = Reports.gatewayAbsent();
        List<StageResult> stages = new ArrayList<>();
        Random random = new Random(3);
        for (StageResult stage : report.diagnosis().stages()) {
            List<StageResult.Step> steps = new ArrayList<>();
            for (int step = 0; step < 200; step++) {
                steps.add(new StageResult.Step(new Numbers().name("question", 1 + random.nextInt(170)).orElseThrow(), Common.ANSWERS.get(step % 3), List.of()));
            }
            stages.add(new StageResult(stage.stage(), stage.status(), stage.elapsed(), steps, stage.explainedBy()));
        }
        Report longest = new Report("0.1.0", report.started(), report.elapsed(), report.machine(),
            new org.faultline.model.Diagnosis(report.diagnosis().verdict(), report.diagnosis().findings(), stages), report.observations());
        String qr = codec.qr(longest);
        assertThat(qr).hasSizeLessThanOrEqualTo(QrText.PREFIX.length() + (QrText.MOST_BYTES * 8 + 4) / 5);
        assertThat(HandoverCodec.picture(qr).size()).isLessThanOrEqualTo(61);
        assertThat(codec.read(qr).cut()).isTrue();
        assertThat(codec.read(qr).diagnosis().verdict().code()).isEqualTo("gateway-absent");
    }
}
