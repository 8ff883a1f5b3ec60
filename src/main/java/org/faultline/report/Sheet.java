package org.faultline.report;

import java.util.List;
import java.util.Locale;
import org.faultline.model.Verdict;

/**
 * A whole report as a person reads it, in one language, for formats that lay it out as a document.
 *
 * @param inPart healthy, and not everything was looked at
 * @param title   what is wrong and where, in one line
 * @param word    the verdict's status as a word
 * @param place   code and stage, untranslated
 * @param name    what to call the document: the computer and when it was checked
 * @param origin  when and by what it was measured
 */
public record Sheet(Locale locale, Verdict.Status status, boolean inPart, String word, String title, String place, String name, String summary,
                    String origin, List<PathStop> path, List<Section> sections) {

    public Sheet {
        path = List.copyOf(path);
        sections = List.copyOf(sections);
    }

    /** @param heading a few words; below it at least one block */
    public record Section(String heading, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
