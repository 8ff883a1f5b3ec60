package org.faultline.ui.detail;

import java.util.List;
import java.util.Optional;
import org.faultline.model.Observation;
import org.faultline.model.Remedy;
import org.faultline.report.picture.State;

/**
 * Everything that is said about one place of the tree, in words.
 *
 * @param kind       what sort of place it is
 * @param standing   how it came out, in a few words
 * @param text       paragraphs, each with its heading
 * @param evidence   observations, under the heading that says what they speak for
 * @param thresholds the limits that were applied, each with its reason
 * @param byHand     a command that answers the same question
 * @param remedies   what can be done, where it is a fault
 */
public record Detail(String kind, String title, State state, String standing, List<Paragraph> text, List<Group> evidence,
                     List<Threshold> thresholds, Optional<String> byHand, List<Remedy> remedies) {

    public Detail {
        text = List.copyOf(text);
        evidence = List.copyOf(evidence);
        thresholds = List.copyOf(thresholds);
        remedies = List.copyOf(remedies);
    }

    public record Paragraph(String heading, String text) { }

    /** Observations that speak for the same. */
    public record Group(String heading, List<Observation> seen) {
        public Group {
            seen = List.copyOf(seen);
        }
    }

    public record Threshold(String limit, String reason) { }
}
