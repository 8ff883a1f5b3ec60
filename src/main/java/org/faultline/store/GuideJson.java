package org.faultline.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.json.JsonText;
import org.faultline.json.Place;
import org.faultline.model.Stage;
import org.faultline.report.JsonReport;
import org.faultline.report.JsonReportReader;
import org.faultline.run.Guide;
import org.faultline.run.Leg;

/** A guided session as JSON, schema {@value #SCHEMA}: where it stands, and the report of the public contract with all that was seen and told. */
final class GuideJson {

    static final String SCHEMA = "faultline-session/1";

    /** A session of an hour with twenty checks again is under 1 MiB. */
    static final int LONGEST = 16 << 20;

    private GuideJson() { }

    static byte[] write(Guide guide) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", SCHEMA);
        document.put("id", guide.id());
        document.put("closed", guide.closed());
        document.put("at", guide.at());
        document.put("draft", guide.draft());
        document.put("stages", guide.stages().stream().map(Stage::id).toList());
        document.put("measured", guide.measured().stream().sorted().map(Stage::id).toList());
        document.put("declined", guide.declined().stream().sorted().map(PersonQuestion::id).toList());
        document.put("done", guide.leg().done().stream().sorted().toList());
        document.put("report", JsonReport.document(guide.report()));
        return JsonText.write(document);
    }

    /** @throws org.faultline.json.BadJson naming the place of whatever does not fit */
    static Guide read(byte[] text) {
        Place root = JsonText.read(text, LONGEST, "session");
        Place schema = root.field("schema");
        if (!schema.text().equals(SCHEMA)) {
            throw schema.refuse(schema + " is not " + SCHEMA + ", which is all that this version reads");
        }
        List<Stage> stages = stages(root.field("stages"));
        if (stages.isEmpty()) {
            throw root.field("stages").refuse("there is no step in it");
        }
        Set<String> done = root.field("done").items().stream().map(Place::text).collect(Collectors.toSet());
        return new Guide(root.field("id").text(), stages, root.field("at").wholeNumber(), Set.copyOf(stages(root.field("measured"))),
            root.field("declined").items().stream().map(GuideJson::question).collect(Collectors.toSet()),
            new Leg(JsonReportReader.read(root.field("report")), done), truth(root.field("closed")), root.field("draft").text());
    }

    private static List<Stage> stages(Place place) {
        return place.items().stream().map(item -> Stage.of(item.text()).filter(Stage.PATH::contains)
            .orElseThrow(() -> item.refuse(item + " is not a stage; stages are " + Stage.PATH.stream().map(Stage::id).toList()))).toList();
    }

    private static PersonQuestion question(Place place) {
        return PersonQuestion.of(place.text()).orElseThrow(() -> place.refuse(place + " is not a question; questions are "
            + Arrays.stream(PersonQuestion.values()).map(PersonQuestion::id).toList()));
    }

    private static boolean truth(Place place) {
        if (place.value() instanceof Boolean truth) {
            return truth;
        }
        throw place.refuse(place + " is neither true nor false");
    }
}
