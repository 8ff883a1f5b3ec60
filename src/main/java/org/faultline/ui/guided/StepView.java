package org.faultline.ui.guided;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Stage;
import org.faultline.run.Guide;
import org.faultline.run.Leg;
import org.faultline.run.Stepwise;
import org.faultline.ui.page.Origin;
import org.faultline.ui.page.Pieces;

/** The step that is shown: its stage or the verdict, the questions to a person that matter now, and the way on. */
final class StepView extends VBox {

    private final Outlook look;
    private Optional<Shown> shown = Optional.empty();
    private Optional<StageView> stage = Optional.empty();
    /** The questions in the order in which they came up: an answer moves none of them. */
    private final List<PersonQuestion> asked = new ArrayList<>();
    private Optional<String> held = Optional.empty();

    /** What decides the looks of this view; a note that is being written does not. */
    private record Shown(int at, Set<Stage> measured, Set<PersonQuestion> declined, List<?> seen, Class<?> activity, Guide.Move move, String verdict) {
        static Shown of(GuidedState state, Guide guide) {
            Leg leg = guide.leg();
            return new Shown(guide.at(), guide.measured(), guide.declined(), leg.report().observations(), state.activity().getClass(), guide.move(),
                leg.report().diagnosis().verdict().code());
        }

        /** It goes on elsewhere now: another step, another thing to do, another verdict, or one more question that decides something. */
        boolean goesOnFrom(Shown before) {
            return at != before.at || !activity.equals(before.activity) || move != before.move || move == Guide.Move.ANSWER
                || !verdict.equals(before.verdict);
        }
    }

    StepView(Outlook look) {
        this.look = look;
        setId("guided-step");
        getStyleClass().addAll("card", "guided-now");
    }

    /** @return whether it was laid out anew and is still the same step, so that what is in sight is to stay where it is */
    boolean show(GuidedState state, Guide guide) {
        Shown now = Shown.of(state, guide);
        if (shown.filter(now::equals).isEmpty()) {
            boolean moved = shown.filter(before -> before.at() == now.at()).isEmpty();
            boolean onward = shown.filter(before -> !now.goesOnFrom(before)).isEmpty();
            boolean hadFocus = isFocusWithin() || moved && shown.isPresent();
            held = Optional.ofNullable(getScene()).map(Scene::getFocusOwner).filter(_ -> isFocusWithin()).map(Node::getId);
            shown = Optional.of(now);
            if (moved) {
                asked.clear();
            }
            build(state, guide);
            if (hadFocus) {
                focus(onward);
            }
            return !moved && !onward;
        }
        if (state.activity() instanceof Activity.Measuring measuring) {
            stage.ifPresent(view -> view.follow(measuring));
        }
        return false;
    }

    /** An answer that changes nothing leaves the keyboard where it is. */
    private void focus(boolean onward) {
        held.filter(_ -> !onward).map(id -> lookup("#" + id)).ifPresentOrElse(Node::requestFocus, this::focusOnward);
    }

    private void build(GuidedState state, Guide guide) {
        stage = guide.stage().map(at -> new StageView(look, guide, at, state));
        Node content = stage.<Node>map(view -> view).orElseGet(() -> new VerdictStep(look, guide, state));
        getChildren().setAll(content);
        FlowPane way = way(state, guide);
        if (state.measuring()) {
            getChildren().add(way);
        } else {
            List<PersonQuestion> deciding = asked(guide).stream().filter(question -> decides(question, guide)).toList();
            List<PersonQuestion> helping = asked.stream().filter(question -> !deciding.contains(question)).toList();
            getChildren().addAll(questions(guide, deciding, "question.title"));
            getChildren().add(way);
            getChildren().addAll(questions(guide, helping, "question.title.helps"));
        }
        stage.map(StageView::details).ifPresent(getChildren()::addAll);
    }

    private List<PersonQuestion> asked(Guide guide) {
        List<PersonQuestion> now = StageView.questionsAt(guide, guide.stage()).toList();
        asked.retainAll(now);
        now.stream().filter(question -> !asked.contains(question)).forEach(asked::add);
        return asked;
    }

    private static boolean decides(PersonQuestion question, Guide guide) {
        return !question.isBackground() || Stepwise.toAsk(guide.report()).contains(question);
    }

    private List<Node> questions(Guide guide, List<PersonQuestion> questions, String title) {
        List<Node> views = new ArrayList<>();
        questions.forEach(question -> views.add(new QuestionView(question, decides(question, guide), guide.answer(question), look.texts(), look.words(),
            answer -> look.model().answer(question, answer), () -> look.model().decline(question))));
        if (!views.isEmpty()) {
            views.addFirst(Pieces.heading(look.texts().get(title)));
        }
        return views;
    }

    /** Back, leave out, and the one way on, which stands out unless a question waits for its answer. */
    private FlowPane way(GuidedState state, Guide guide) {
        FlowPane way = new FlowPane();
        way.getStyleClass().add("buttons");
        if (state.measuring()) {
            way.getChildren().add(named("guided-cancel", Pieces.button(look.texts().get("cancel"), look.model()::cancel)));
            return way;
        }
        Button onward = onward(guide);
        onward.setId("guided-onward");
        way.getChildren().add(onward);
        if (guide.at() > 0) {
            way.getChildren().add(named("guided-back", Pieces.button(look.texts().get("back"), look.model()::back)));
        }
        if (guide.move() == Guide.Move.MEASURE) {
            way.getChildren().add(named("guided-skip", Pieces.button(look.texts().get("skip"), look.model()::skip)));
        }
        if (guide.atVerdict()) {
            way.getChildren().add(named("guided-tree", Pieces.button(look.texts().get("show.tree"), () -> look.frame().show(guide.report(), new Origin.Here()))));
        }
        return way;
    }

    private Button onward(Guide guide) {
        return switch (guide.move()) {
            case MEASURE -> Pieces.mainButton(look.texts().get("measure"), look.model()::measure);
            case NEXT -> Pieces.mainButton(nextWords(guide), look.model()::next);
            case ANSWER -> guide.atVerdict() ? Pieces.button(look.texts().get("check.again"), look.model()::checkAgain)
                : Pieces.button(look.texts().get("next.unanswered"), look.model()::next);
            case ACT -> Pieces.mainButton(look.texts().get("check.again"), look.model()::checkAgain);
        };
    }

    private String nextWords(Guide guide) {
        Guide next = guide.next(look.around().clock().instant());
        return next.stage().map(to -> look.texts().get("next.stage", look.words().stageName(to))).orElse(look.texts().get("next.verdict"));
    }

    private static Button named(String id, Button button) {
        button.setId(id);
        return button;
    }

    /** Puts the keyboard where the session goes on: at the open question, at the verdict to be read, else at the way on. */
    void focusOnward() {
        Stream.of(".guided-question.open .answer", "#verdict-head", "#guided-onward", "#guided-cancel").map(this::lookup)
            .filter(Objects::nonNull).findFirst().ifPresent(Node::requestFocus);
    }
}
