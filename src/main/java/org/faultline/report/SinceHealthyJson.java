package org.faultline.report;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.faultline.json.Place;
import org.faultline.model.ChangedFact;
import org.faultline.model.ChangedFact.Topic;
import org.faultline.model.SinceHealthy;

/** The {@code sinceHealthy} of a report: {@code started} of the healthy run, and {@code facts}, each as in a comparison of two reports. */
final class SinceHealthyJson {

    private SinceHealthyJson() { }

    static Map<String, Object> write(SinceHealthy changed) {
        return JsonReport.ordered("started", changed.started().truncatedTo(ChronoUnit.MILLIS).toString(),
            "facts", changed.facts().stream().map(SinceHealthyJson::fact).toList());
    }

    static Map<String, Object> fact(ChangedFact fact) {
        return JsonReport.ordered("topic", fact.topic().id(), "gone", fact.gone(), "came", fact.came());
    }

    static SinceHealthy read(Place place) {
        return new SinceHealthy(JsonReportReader.instant(place.field("started")), place.field("facts").items().stream().map(fact -> new ChangedFact(
            JsonReportReader.known(fact.field("topic"), Topic.values(), Topic::id), texts(fact.field("gone")), texts(fact.field("came")))).toList());
    }

    private static List<String> texts(Place place) {
        return place.items().stream().map(Place::text).toList();
    }
}
