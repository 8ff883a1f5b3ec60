package org.faultline.cli;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.faultline.model.Verdict;
import org.faultline.run.watch.Round;
import org.faultline.run.watch.Sign;

/** A round as one object of JSON: when, why, what answered how fast, and the verdict of a whole check. */
final class RoundJson {

    private RoundJson() { }

    static Map<String, Object> of(Round round) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("event", "round");
        object.put("at", round.at().wall().truncatedTo(ChronoUnit.MILLIS).toString());
        object.put("round", round.number());
        object.put("why", round.why().name().toLowerCase(Locale.ROOT));
        object.put("tookMs", round.took().toNanos() / 1_000 / 1e3);
        object.put("signs", round.signs().stream().map(RoundJson::sign).toList());
        if (!round.different().isEmpty()) {
            object.put("different", round.different());
        }
        round.report().ifPresent(report -> {
            Verdict verdict = report.diagnosis().verdict();
            object.put("status", verdict.status().id());
            object.put("code", verdict.code());
        });
        return object;
    }

    private static Map<String, Object> sign(Sign sign) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("of", sign.what());
        if (!sign.target().isEmpty()) {
            object.put("target", sign.target());
        }
        object.put("good", sign.good().id());
        sign.roundTrip().ifPresent(took -> object.put("rttMs", took.toNanos() / 1_000 / 1e3));
        return object;
    }
}
