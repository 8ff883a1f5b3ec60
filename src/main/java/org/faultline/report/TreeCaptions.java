package org.faultline.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.faultline.model.Fault;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.report.picture.Captions;

/**
 * The words on the picture of the tree: those of the questions and faults, and its own from {@code tree.properties}.
 *
 * @param pressable whether the picture stands in a window, where a stage opens when it is pressed
 */
public record TreeCaptions(Words words, Texts texts, Texts labels, boolean pressable) implements Captions {

    public static TreeCaptions of(Locale locale) {
        return new TreeCaptions(new Words(locale), new Texts("tree", locale), new Texts("report", locale), true);
    }

    /** For a picture that stays as it is: nothing on it asks to be pressed. */
    public static TreeCaptions printed(Locale locale) {
        return new TreeCaptions(new Words(locale), new Texts("tree", locale), new Texts("report", locale), false);
    }

    @Override
    public String stage(Stage stage) {
        String key = "stage." + stage.id();
        return texts.has(key) ? texts.get(key) : words.stageName(stage);
    }

    /** A question of a later version is shown by its name. */
    @Override
    public String question(String id) {
        return words.findQuestion(id).map(QuestionWords::text).orElseGet(() -> id.replace('-', ' ').strip() + "?");
    }

    /** Addresses in the form that people write. */
    @Override
    public String fault(Fault fault, Map<String, String> facts) {
        return words.title(fault, facts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, fact -> Shown.address(fact.getValue()))));
    }

    @Override
    public String inOrder(boolean atEnd) {
        return texts.get(atEnd ? "in-order" : "nothing-here");
    }

    @Override
    public String answer(Truth answer) {
        return words.answer(answer);
    }

    @Override
    public String moreQuestions(int number) {
        return number == 1 ? texts.get("more.one") : texts.get("more", number);
    }

    @Override
    public List<String> closed(int causes) {
        String number = causes == 1 ? texts.get("causes.one") : texts.get("causes", causes);
        return pressable ? List.of(number, texts.get("open")) : List.of(number);
    }
}
