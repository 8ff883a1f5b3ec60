package org.faultline.ui.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.faultline.model.Fault;
import org.faultline.report.picture.Captions;
import org.faultline.report.picture.NodeRef;
import org.faultline.report.picture.Outline;
import org.faultline.report.picture.Place;

/** Finds places by the words and the untranslated names of their questions and faults, also where they are folded away. */
record TreeSearch(Outline outline, Captions captions) {

    /** Ids of the places that hold every one of these words, in the order of the tree. */
    List<String> find(String query) {
        List<String> words = Arrays.stream(query.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isBlank()).toList();
        List<String> found = new ArrayList<>();
        if (words.isEmpty()) {
            return found;
        }
        for (Outline.Branch branch : outline.stages()) {
            if (holds(captions.stage(branch.stage()) + " " + branch.id(), words)) {
                found.add(branch.id());
            }
            branch.strand().all().filter(place -> holds(text(place), words)).map(Place::id).forEach(found::add);
        }
        return found;
    }

    private static boolean holds(String text, List<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    private String text(Place place) {
        return switch (place.ref()) {
            case NodeRef.OfQuestion question -> captions.question(question.question()) + " " + question.question();
            case NodeRef.OfFault leaf -> titles(leaf) + " " + leaf.fault().code();
            case NodeRef.InOrder _, NodeRef.OfStage _, NodeRef.Folded _ -> "";
        };
    }

    private String titles(NodeRef.OfFault leaf) {
        Fault fault = leaf.fault();
        return leaf.finding().map(finding -> captions.fault(fault, finding.facts()) + " ").orElse("") + captions.fault(fault, Map.of());
    }
}
