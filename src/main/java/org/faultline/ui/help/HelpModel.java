package org.faultline.ui.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faultline.model.Fault;
import org.faultline.model.Remedy;
import org.faultline.model.Stage;
import org.faultline.report.Texts;
import org.faultline.report.Words;

/** What the help says: topics in the order of a book, and the parts of each page. Faults and stages are told from the same words as everywhere. */
final class HelpModel {

    /** Pages written for the help alone; the words of each are {@code page.ID.title} and {@code page.ID.1}, {@code .2}, … */
    private static final List<String> PAGES = List.of("start", "verdicts", "loopback", "guided", "privacy", "keys");

    private final Texts texts;
    private final Words words;
    private final String os;

    /** @param os {@code linux}, {@code windows} or {@code macos}: whose commands are shown */
    HelpModel(Locale locale, String os) {
        this.texts = new Texts("help", locale);
        this.words = new Words(locale);
        this.os = os;
    }

    /** @param under the topic above this one, if it is not a chapter itself */
    record Topic(String id, String title, Optional<String> under) { }

    /** One piece of a page. */
    sealed interface Part {

        record Heading(String words) implements Part { }

        record Paragraph(String words) implements Part { }

        record Step(int number, Remedy remedy, String who) implements Part { }

        /** Another topic, to be pressed. */
        record Link(Topic topic) implements Part { }
    }

    /** All topics, each behind the one it is under. */
    List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        PAGES.forEach(page -> topics.add(new Topic(page, texts.get("page." + page + ".title"), Optional.empty())));
        for (Stage stage : Stage.values()) {
            topics.add(new Topic(stage.id(), words.stageName(stage), Optional.empty()));
            faults(Optional.of(stage)).forEach(topics::add);
        }
        topics.add(new Topic("not-measured", texts.get("page.not-measured.title"), Optional.empty()));
        topics.addAll(faults(Optional.empty()));
        return topics;
    }

    private List<Topic> faults(Optional<Stage> stage) {
        return Arrays.stream(Fault.values()).filter(fault -> fault.stage().equals(stage))
            .map(fault -> new Topic(fault.code(), words.title(fault, Map.of()), Optional.of(stage.map(Stage::id).orElse("not-measured")))).toList();
    }

    Optional<Topic> topic(String id) {
        return topics().stream().filter(topic -> topic.id().equals(id)).findFirst();
    }

    /** The topics in whose title, code or text all of these words stand; all of them for no words. */
    List<Topic> matching(String wanted) {
        List<String> all = Stream.of(wanted.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
        return topics().stream().filter(topic -> {
            String text = text(topic).toLowerCase(Locale.ROOT);
            return all.stream().allMatch(text::contains);
        }).toList();
    }

    private String text(Topic topic) {
        StringBuilder text = new StringBuilder(topic.id()).append(' ').append(topic.title());
        page(topic.id()).forEach(part -> {
            switch (part) {
                case Part.Heading(String heading) -> text.append(' ').append(heading);
                case Part.Paragraph(String paragraph) -> text.append(' ').append(paragraph);
                case Part.Step(int _, Remedy remedy, String _) -> text.append(' ').append(remedy.text());
                case Part.Link _ -> { }
            }
        });
        return text.toString();
    }

    /** The page of a topic; empty if there is no such topic. */
    List<Part> page(String id) {
        return Fault.of(id).map(this::fault).or(() -> Stage.of(id).map(this::stage)).orElseGet(() -> written(id));
    }

    private List<Part> written(String id) {
        List<Part> parts = new ArrayList<>(IntStream.iterate(1, number -> number + 1).mapToObj(number -> "page." + id + "." + number)
            .takeWhile(texts::has).map(texts::get).map(HelpModel::part).toList());
        if (id.equals("not-measured")) {
            faults(Optional.empty()).forEach(topic -> parts.add(new Part.Link(topic)));
        }
        return parts;
    }

    /** A text that begins with a number sign is a heading. */
    private static Part part(String text) {
        return text.startsWith("# ") ? new Part.Heading(text.substring(2)) : new Part.Paragraph(text);
    }

    private List<Part> stage(Stage stage) {
        List<Part> parts = new ArrayList<>(List.of(new Part.Paragraph(words.stageWhat(stage)), new Part.Heading(texts.get("why")),
            new Part.Paragraph(words.stageWhy(stage)), new Part.Heading(texts.get("found"))));
        faults(Optional.of(stage)).forEach(topic -> parts.add(new Part.Link(topic)));
        return parts;
    }

    private List<Part> fault(Fault fault) {
        List<Part> parts = new ArrayList<>(List.of(new Part.Paragraph(words.summary(fault, Map.of())), new Part.Heading(texts.get("todo"))));
        List<Remedy> remedies = words.remedies(fault, os, Map.of());
        for (int at = 0; at < remedies.size(); at++) {
            parts.add(new Part.Step(at + 1, remedies.get(at), words.who(remedies.get(at).who())));
        }
        parts.add(new Part.Heading(texts.get("engineers")));
        parts.add(new Part.Paragraph(words.explanation(fault, Map.of())));
        parts.add(new Part.Paragraph(texts.get("code", fault.code(), words.severity(fault.severity()))));
        return parts;
    }
}
