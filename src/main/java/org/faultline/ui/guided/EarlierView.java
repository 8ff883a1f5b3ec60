package org.faultline.ui.guided;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.faultline.model.Finding;
import org.faultline.model.Verdict;
import org.faultline.report.ShownTime;
import org.faultline.report.Texts;
import org.faultline.store.GuidedSessions.Kept;
import org.faultline.ui.page.Pieces;

/** The saved sessions, newest first: found by the number of their ticket, taken up again by a press. */
final class EarlierView extends VBox {

    /** More is found by its number. */
    private static final int SHOWN = 8;

    private final Outlook look;
    private final Texts texts;
    private final ShownTime moment;
    private final TextField search = new TextField();
    private final VBox rows = new VBox();
    private List<Kept> kept = List.of();
    private Subscription following = Subscription.EMPTY;

    EarlierView(Outlook look, ObservableValue<List<Kept>> sessions) {
        this.look = look;
        this.texts = look.texts();
        this.moment = ShownTime.here(look.locale());
        setId("guided-earlier");
        getStyleClass().addAll("card", "guided-start", "guided-earlier");
        setMaxHeight(Region.USE_PREF_SIZE);
        search.setId("guided-search");
        search.setPromptText(texts.get("earlier.search"));
        search.setAccessibleText(texts.get("earlier.search"));
        search.textProperty().addListener(_ -> list());
        rows.getStyleClass().add("rows");
        getChildren().addAll(Pieces.heading(texts.get("earlier")), search, rows);
        sceneProperty().subscribe(scene -> follow(sessions, scene != null));
    }

    /** The sessions outlive this view, which is made anew for each visit of the page. */
    private void follow(ObservableValue<List<Kept>> sessions, boolean seen) {
        following.unsubscribe();
        following = seen ? sessions.subscribe(this::show) : Subscription.EMPTY;
    }

    private void show(List<Kept> sessions) {
        kept = sessions;
        setVisible(!kept.isEmpty());
        setManaged(!kept.isEmpty());
        list();
    }

    private void list() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        List<Kept> found = kept.stream().filter(session -> session.ticket().toLowerCase(Locale.ROOT).contains(wanted)).toList();
        rows.getChildren().setAll(found.stream().limit(SHOWN).map(this::row).toList());
        if (found.isEmpty()) {
            rows.getChildren().add(Pieces.text(texts.get("earlier.none"), "muted"));
        } else if (found.size() > SHOWN) {
            rows.getChildren().add(Pieces.text(texts.get("earlier.more", found.size() - SHOWN), "small", "muted"));
        }
    }

    private HBox row(Kept session) {
        Label ticket = Pieces.text(session.ticket().isEmpty() ? texts.get("earlier.no-ticket") : session.ticket(), session.ticket().isEmpty() ? "muted" : "strong");
        Label about = Pieces.text(moment.of(session.started()) + " · " + verdict(session) + (session.closed() ? "" : " · " + texts.get("earlier.open")), "small", "muted");
        VBox words = new VBox(ticket, about);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button open = Pieces.button(texts.get("earlier.reopen"), () -> look.model().reopen(session.id()));
        open.setId("reopen-" + session.id());
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setAccessibleText(texts.get("earlier.reopen.spoken", ticket.getText(), about.getText()));
        HBox row = new HBox(words, open);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        return row;
    }

    private String verdict(Kept session) {
        Verdict verdict = session.verdict();
        return !session.measured() ? texts.get("earlier.unmeasured")
            : verdict.finding().map(Finding::fault).map(fault -> look.words().title(fault, Map.of())).orElseGet(() -> look.words().verdict(verdict.status()));
    }
}
