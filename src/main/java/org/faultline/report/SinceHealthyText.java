package org.faultline.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.model.Report;
import org.faultline.model.SinceHealthy;

/**
 * What a report says of its changes since the last healthy run, in words.
 *
 * @param since above the facts: since when; where nothing has changed, that
 * @param facts a line each
 */
public record SinceHealthyText(String since, List<String> facts) {

    public SinceHealthyText {
        facts = List.copyOf(facts);
    }

    /** The sentence first. */
    public List<String> lines() {
        return Stream.concat(Stream.of(since), facts.stream()).toList();
    }

    /** Empty where the report knows of no such run. */
    public static Optional<SinceHealthyText> of(Report report, ShownTime time) {
        Texts texts = new Texts("history", time.locale());
        return report.sinceHealthy().map(changed -> of(report, changed, time, texts));
    }

    private static SinceHealthyText of(Report report, SinceHealthy changed, ShownTime time, Texts texts) {
        String key = "since." + RunKind.of(report).id() + (changed.facts().isEmpty() ? ".nothing" : "");
        return new SinceHealthyText(texts.get(key, time.of(changed.started())), ChangedFacts.lines(changed.facts(), texts));
    }
}
