package org.faultline.report;

import java.util.ArrayList;
import java.util.List;
import org.faultline.model.ChangedFact;
import org.faultline.model.Printable;

/** Changed facts in words, a line each. */
final class ChangedFacts {

    private ChangedFacts() { }

    /** @param texts of the book {@code history} */
    static List<String> lines(List<ChangedFact> facts, Texts texts) {
        List<String> lines = new ArrayList<>();
        for (ChangedFact fact : facts) {
            String topic = texts.get("topic." + fact.topic().id());
            if (fact.gone().size() == 1 && fact.came().size() == 1) {
                lines.add(told(texts, "fact.changed", topic, fact.gone().getFirst(), fact.came().getFirst()));
            } else {
                fact.gone().forEach(gone -> lines.add(told(texts, "fact.gone", topic, gone)));
                fact.came().forEach(came -> lines.add(told(texts, "fact.came", topic, came)));
            }
        }
        return lines;
    }

    private static String told(Texts texts, String key, Object... values) {
        return Printable.of(texts.get(key, values));
    }
}
