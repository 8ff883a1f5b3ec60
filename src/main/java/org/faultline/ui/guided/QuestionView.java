package org.faultline.ui.guided;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Truth;
import org.faultline.report.QuestionWords;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.ui.page.Pieces;

/** One question to a person, with its three answers; an answer that was given can be changed. */
final class QuestionView extends VBox {

    private static final Map<Truth, String> NAMES = Map.of(Truth.YES, "yes", Truth.NO, "no", Truth.UNKNOWN, "unknown");

    private final FlowPane answers = new FlowPane();

    /** @param settles whether the answer decides something */
    QuestionView(PersonQuestion question, boolean settles, Optional<Truth> given, Texts texts, Words words, Consumer<Truth> answer, Runnable decline) {
        QuestionWords told = words.question(question.id());
        setId("question-" + question.id());
        getStyleClass().addAll("guided-question", given.isPresent() ? "answered" : settles ? "open" : "asked");
        getChildren().addAll(Pieces.text(told.text(), "question-text"),
            Pieces.text(told.why(), "small", "muted"), Pieces.text(texts.get(settles ? "question.settles" : "question.helps"), "small", "muted"));
        ToggleGroup group = new ToggleGroup();
        for (Truth truth : Truth.values()) {
            answers.getChildren().add(button(question, told, truth, given, group, texts, answer));
        }
        answers.getStyleClass().add("buttons");
        Hyperlink pass = Pieces.link(texts.get("question.decline"), decline);
        pass.setId("decline-" + question.id());
        pass.setAccessibleText(texts.get("question.spoken", texts.get("question.decline"), told.text()));
        // An answer moves nothing on the page: the room stays.
        pass.setVisible(given.isEmpty());
        answers.getChildren().add(pass);
        getChildren().add(answers);
    }

    private static ToggleButton button(PersonQuestion question, QuestionWords told, Truth truth, Optional<Truth> given, ToggleGroup group,
                                       Texts texts, Consumer<Truth> answer) {
        ToggleButton button = new ToggleButton(texts.get("question." + NAMES.get(truth)));
        button.setId("answer-" + question.id() + "-" + NAMES.get(truth));
        button.setToggleGroup(group);
        button.setSelected(given.filter(truth::equals).isPresent());
        button.getStyleClass().add("answer");
        button.setAccessibleText(texts.get("question.spoken", told.text(), button.getText()));
        button.setOnAction(_ -> answer.accept(truth));
        return button;
    }
}
