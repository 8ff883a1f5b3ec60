package org.faultline.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.model.Fault;
import org.faultline.model.Stage;
import org.faultline.model.Verdict;

/** What every code and stage means, as text: the catalogue that {@code faultline explain} opens. */
public final class Catalogue {

    private static final int CODE_WIDTH = 28;
    private static final int SUGGESTIONS = 3;

    private final TextStyle style;
    private final String os;
    private final Words words;
    private final Texts texts;

    /** @param osName as Java names it ({@code os.name}): decides which commands are shown */
    public Catalogue(TextStyle style, String osName, Locale locale) {
        this.style = style;
        this.words = new Words(locale);
        this.texts = new Texts("report", locale);
        this.os = Words.systemOf(osName);
    }

    /** Every code with its title, stage by stage. */
    public String all() {
        Page page = new Page(style);
        for (Stage stage : Stage.values()) {
            page.line(Ink.BOLD, stage.id() + ": " + words.stageName(stage));
            list(page, faults(Optional.of(stage)));
            page.blank();
        }
        page.line(Ink.BOLD, texts.get("catalogue.unmeasured"));
        list(page, faults(Optional.empty()));
        return page.toString();
    }

    private static List<Fault> faults(Optional<Stage> stage) {
        return Arrays.stream(Fault.values()).filter(fault -> fault.stage().equals(stage)).toList();
    }

    private void list(Page page, List<Fault> faults) {
        for (Fault fault : faults) {
            page.marked("  ", Ink.of(fault.severity()), Sign.of(fault.severity()), " " + fault.code()
                + " ".repeat(Math.max(1, CODE_WIDTH - fault.code().length())) + words.title(fault, Map.of()));
        }
    }

    /** The entry of a code, of a stage or of a verdict without a fault; empty if there is none. Capitals do not matter. */
    public Optional<String> entry(String name) {
        String id = name.toLowerCase(Locale.ROOT);
        return Fault.of(id).map(this::fault).or(() -> Stage.of(id).map(this::stage)).or(() -> status(id).map(this::verdict));
    }

    private static Optional<Verdict.Status> status(String id) {
        return Arrays.stream(Verdict.Status.values()).filter(status -> status != Verdict.Status.FAULT && status.id().equals(id)).findFirst();
    }

    private String verdict(Verdict.Status status) {
        return new Page(style).line(Ink.BOLD, words.title(status)).line(texts.get("catalogue.verdict", status.id()))
            .blank().paragraph("", words.summary(status)).toString();
    }

    private String fault(Fault fault) {
        Page page = new Page(style);
        page.line(Ink.BOLD, words.title(fault, Map.of()));
        page.marked("", Ink.of(fault.severity()), words.severity(fault.severity()), " " + fault.code()
            + ", " + fault.stage().map(stage -> texts.get("catalogue.stage", stage.id())).orElse(texts.get("catalogue.anywhere")));
        page.blank().paragraph("", words.summary(fault, Map.of()));
        page.heading(texts.get("catalogue.todo"));
        new Steps(page, words).list(words.remedies(fault, os, Map.of()));
        page.heading(texts.get("catalogue.engineers")).paragraph("", words.explanation(fault, Map.of()));
        return page.toString();
    }

    private String stage(Stage stage) {
        Page page = new Page(style);
        page.line(Ink.BOLD, words.stageName(stage)).line(texts.get("catalogue.stage", stage.id()));
        page.blank().paragraph("", words.stageWhat(stage)).blank().paragraph("", words.stageWhy(stage));
        page.heading(texts.get("catalogue.found"));
        list(page, faults(Optional.of(stage)));
        return page.toString();
    }

    /** The codes and stages that are spelled most alike, best first; empty if none is near. */
    public List<String> similar(String id) {
        return Stream.concat(Arrays.stream(Fault.values()).map(Fault::code), Arrays.stream(Stage.values()).map(Stage::id))
            .filter(known -> distance(id, known) <= Math.max(2, known.length() / 3))
            .sorted(Comparator.comparingInt(known -> distance(id, known))).limit(SUGGESTIONS).toList();
    }

    /** How many letters to change, add or take away (Levenshtein); a part of a code is near to it. */
    private static int distance(String one, String other) {
        if (one.length() >= 3 && other.contains(one)) {
            return 1;
        }
        int[] above = new int[other.length() + 1];
        Arrays.setAll(above, column -> column);
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int change = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(change, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[other.length()];
    }
}
