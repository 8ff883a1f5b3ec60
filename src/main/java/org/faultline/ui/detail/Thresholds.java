package org.faultline.ui.detail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.report.Texts;

/** The limits that observations were held against, with the reason for each: a probe leaves its limit beside its figure. */
record Thresholds(Texts texts) {

    /** Probes whose limits are those of the profile have the same reason; the key is the name of the probe before its first digit. */
    private static final List<String> NAMES = List.of("limitRttMs", "limitLossPercent", "limitMs", "limitPercent", "minimum");

    List<Detail.Threshold> of(List<Observation> observations) {
        Map<String, Detail.Threshold> found = new LinkedHashMap<>();
        for (Observation seen : observations) {
            for (String name : NAMES) {
                if (seen.values().containsKey(name) && wasHeldAgainst(seen)) {
                    reason(seen.probe(), name).ifPresent(key -> found.putIfAbsent(key,
                        new Detail.Threshold(shown(name, seen), texts.get(key))));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    /** What failed in another way was not held against a limit. */
    private static boolean wasHeldAgainst(Observation seen) {
        return seen.passed() || seen.failedWith(Cause.SLOW, Cause.LOSS, Cause.WEAK_SIGNAL, Cause.ERRORS, Cause.TOO_SMALL);
    }

    private String shown(String name, Observation seen) {
        double limit = seen.number(name).orElse(0.0);
        String unit = name.endsWith("Ms") ? " ms" : name.endsWith("Percent") ? " %" : " " + texts.get("limit.bytes");
        return texts.get("limit.value", (limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit)) + unit);
    }

    private Optional<String> reason(String probe, String name) {
        String family = probe.split("[0-9-]")[0];
        return List.of("limit." + probe + "." + name, "limit." + family + "." + name).stream().filter(texts::has).findFirst();
    }
}
