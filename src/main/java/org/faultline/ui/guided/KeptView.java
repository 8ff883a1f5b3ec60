package org.faultline.ui.guided;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.faultline.model.Conversation;
import org.faultline.report.ShownTime;
import org.faultline.run.Guide;
import org.faultline.store.NotWritten;
import org.faultline.ui.page.Pieces;

/** What the helpdesk keeps beside the steps: the ticket number, notes, and what was done when. */
final class KeptView extends VBox {

    private static final int LATEST = 6;
    private static final int MOST = 40;

    private final Outlook look;
    private final ShownTime time;
    private final TextField ticket = new TextField();
    private final TextArea note = new TextArea();
    private final Button add;
    private final VBox notes = new VBox();
    private final VBox timeline = new VBox();
    private boolean whole;
    private final Label saving = Pieces.text("", "small", "muted");

    KeptView(Outlook look) {
        this.look = look;
        this.time = ShownTime.here(look.locale());
        this.add = Pieces.button(look.texts().get("note.add"), look.model()::note);
        setId("guided-kept");
        getStyleClass().addAll("card", "guided-kept");
        field(ticket, "ticket", "guided-ticket");
        ticket.textProperty().addListener((_, _, text) -> look.model().ticket(text));
        note.setId("guided-note");
        note.setWrapText(true);
        note.setPrefRowCount(3);
        note.setPromptText(look.texts().get("note.prompt"));
        note.setAccessibleText(look.texts().get("note"));
        note.textProperty().addListener((_, _, text) -> look.model().draft(text));
        note.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveByTab);
        add.setId("guided-add-note");
        saving.setId("guided-saved");
        timeline.setId("guided-timeline");
        List.of(notes, timeline).forEach(box -> box.getStyleClass().add("rows"));
        getChildren().addAll(labelled("ticket", ticket), labelled("note", note), add, notes, saving,
            Pieces.heading(look.texts().get("timeline")), timeline);
    }

    /** The keyboard goes to the note. */
    void write() {
        note.requestFocus();
    }

    private void field(TextField field, String key, String id) {
        field.setId(id);
        field.setPromptText(look.texts().get(key + ".prompt"));
        field.setAccessibleText(look.texts().get(key));
    }

    private Node labelled(String key, Node field) {
        Label label = Pieces.text(look.texts().get(key), "small", "strong");
        label.setLabelFor(field);
        VBox box = new VBox(label, field);
        box.getStyleClass().add("labelled");
        return box;
    }

    /** Tab leads on, as everywhere else; a note needs no tabs. Control and Enter add the note. */
    private void leaveByTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            note.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            look.model().note();
            event.consume();
        }
    }

    void show(GuidedState state, Guide guide) {
        write(guide.conversation().ticket());
        if (!note.getText().equals(guide.draft())) {
            note.setText(guide.draft());
        }
        add.setDisable(guide.draft().isBlank());
        notes.getChildren().setAll(guide.conversation().notes().reversed().stream().map(this::line).toList());
        timeline(guide.conversation().timeline().reversed());
        saving.setText(told(state.saving()));
        saving.getStyleClass().removeAll("problem");
        if (state.saving() instanceof Saving.Failed) {
            saving.getStyleClass().add("problem");
        }
    }

    /** Its latest part, so that the note above it stays in sight; a press shows more. */
    private void timeline(List<Conversation.Entry> latestFirst) {
        int shown = whole ? Math.min(MOST, latestFirst.size()) : latestFirst.size() <= LATEST + 1 ? latestFirst.size() : LATEST;
        timeline.getChildren().setAll(latestFirst.stream().limit(shown).map(this::line).toList());
        if (shown < Math.min(MOST, latestFirst.size())) {
            Node more = Pieces.link(look.texts().get("timeline.more", Math.min(MOST, latestFirst.size()) - shown), () -> {
                whole = true;
                timeline(latestFirst);
            });
            more.setId("guided-timeline-more");
            timeline.getChildren().add(more);
        }
    }

    /** The model strips blanks at the ends, at which somebody may just be writing on. */
    private void write(String number) {
        if (!ticket.getText().strip().equals(number)) {
            ticket.setText(number);
        }
    }

    private Node line(Conversation.Note written) {
        return new VBox(Pieces.text(time.clock(written.at()) + written.stage().map(stage -> " · " + look.words().stageName(stage)).orElse(""),
            "small", "muted"), Pieces.text(written.text()));
    }

    private Node line(Conversation.Entry entry) {
        return Pieces.text(time.clock(entry.at()) + "  " + look.session().who(entry) + ": " + look.session().what(entry), "small");
    }

    private String told(Saving saved) {
        return switch (saved) {
            case Saving.Nothing _ -> "";
            case Saving.UnderWay _ -> look.texts().get("saving");
            case Saving.Done(Instant at) -> look.texts().get("saved", time.clock(at));
            case Saving.Failed(IOException why) -> look.texts().get("saved.not", sentence(why));
        };
    }

    private String sentence(IOException why) {
        return why instanceof NotWritten known ? known.sentence(look.locale()) : String.valueOf(why.getMessage());
    }
}
