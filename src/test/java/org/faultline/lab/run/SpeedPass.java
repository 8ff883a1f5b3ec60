package org.faultline.lab.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.faultline.lab.cases.Case;
import org.faultline.lab.cases.Cases;
import org.faultline.lab.cases.Speed;

/** Measures how fast verdicts come, one lab at a time: labs side by side slow each other down. */
final class SpeedPass {
    private static final int CASES_A_CLASS = 3;
    private static final int RUNS = 3;
    private static final int HEALTHY_RUNS = 9;

    private final Bench bench;
    private final PrintStream out;

    SpeedPass(Bench bench, PrintStream out) {
        this.bench = bench;
        this.out = out;
    }

    void run(Goals goals) {
        Map<Speed, List<Double>> times = new EnumMap<>(Speed.class);
        bench.runAll(chosen(), 1, judged -> {
            out.printf(Locale.ROOT, "  %-18s %-44s %6.0f ms%n", judged.given().speed(), judged.given().name(), judged.heard()
                .verdictMs());
            times.computeIfAbsent(judged.given().speed(), speed -> new ArrayList<>()).add(judged.heard().verdictMs());
        });
        times.forEach((speed, measured) -> {
            goals.atMost(speed + " median of " + measured.size(), median(measured), speed.limit().toMillis());
            goals.atMost(speed + " slowest", Arrays.stream(sorted(measured)).max().orElse(0), Speed.ANY.limit().toMillis());
        });
        goals.note("whole command, healthy network: %.0f ms, without the start-up cache %.0f ms",
            median(wallTimes(Map.of())), median(wallTimes(Map.of("FAULTLINE_JAVA_OPTIONS", "-XX:AOTMode=off"))));
    }

    /** A few of each class, spread over the list of cases, each several times. */
    private static List<Case> chosen() {
        List<Case> chosen = new ArrayList<>();
        IntStream.range(0, HEALTHY_RUNS).forEach(run -> chosen.add(Cases.healthy()));
        for (Speed speed : Speed.values()) {
            List<Case> all = Cases.faults().stream().filter(each -> each.speed() == speed && speed != Speed.ANY).toList();
            int step = Math.max(1, all.size() / CASES_A_CLASS);
            for (int i = 0; i < Math.min(CASES_A_CLASS, all.size()); i++) {
                for (int run = 0; run < RUNS; run++) {
                    chosen.add(all.get(i * step));
                }
            }
        }
        return chosen;
    }

    private List<Double> wallTimes(Map<String, String> environment) {
        return IntStream.range(0, 5).mapToObj(run ->
            bench.in(lab -> { }, lab -> bench.program().check(lab, environment).wallMs())).toList();
    }

    static double median(List<Double> values) {
        double[] sorted = sorted(values);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
