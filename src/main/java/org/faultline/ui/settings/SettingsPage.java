package org.faultline.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faultline.report.Texts;
import org.faultline.store.Settings;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.settings.SettingsModel.Changed;
import org.faultline.ui.settings.SettingsModel.Limit;

/** Everything that a person may choose; each choice takes effect at once and is kept. */
public final class SettingsPage implements Page {

    public static final String ID = "settings";

    private static final String TARGETS = "targets";

    /** The languages that all words exist in, each named in itself. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Surroundings around;
    private final Frame frame;
    private final Texts texts;
    private final SettingsModel model;
    private final StackPane view = new StackPane();
    private Runnable leave = () -> { };

    public SettingsPage(Surroundings around, Frame frame) {
        this.around = around;
        this.frame = frame;
        this.texts = around.texts(ID);
        this.model = new SettingsModel(around.folders().settings());
        view.setId("settings");
        view.getStyleClass().add("settings");
        layOut();
    }

    private void layOut() {
        VBox cards = new VBox(looks(), contacted(), limits(), kept());
        cards.getStyleClass().add("settings-cards");
        view.getChildren().setAll(Pieces.scrolled(new StackPane(cards)));
    }

    /** What is being edited waits for whoever comes back. */
    @Override
    public void shown() {
        if (!editing()) {
            layOut();
        }
    }

    /** {@code targets} edits what is contacted; {@code targets check} goes to that page afterwards. */
    @Override
    public void open(String topic) {
        if (topic.startsWith(TARGETS)) {
            edit(topic.substring(TARGETS.length()).strip());
        }
    }

    private boolean editing() {
        return view.getChildren().getFirst() instanceof TargetsEditor;
    }

    private void edit(String from) {
        TargetsEditor editor = new TargetsEditor(around, change -> {
            around.choices().change(change);
            leave(from);
            frame.tell(texts.get(now().consent() == Consent.ACCEPTED ? "targets.saved" : "targets.inside"));
        }, () -> leave(from));
        view.getChildren().setAll(editor);
        editor.requestFocus();
        leave = () -> leave(from);
    }

    private void leave(String to) {
        layOut();
        if (frame.has(to) && !to.equals(ID)) {
            frame.go(to);
        }
    }

    /** Leaves the editor without a change. */
    @Override
    public boolean cancel() {
        boolean edited = editing();
        if (edited) {
            leave.run();
        }
        return edited;
    }

    private Settings now() {
        return around.choices().now();
    }

    private Node looks() {
        return Pieces.card(
            Pieces.heading(texts.get("look")), choice(Stream.of(Look.values()).map(look -> radio("look-" + look.name().toLowerCase(Locale.ROOT),
                texts.get("look." + look.name().toLowerCase(Locale.ROOT)), now().look() == look, () -> around.choices().change(settings -> settings.with(look)))).toList()),
            Pieces.heading(texts.get("language")), languages(),
            Pieces.heading(texts.get("text")), textSize());
    }

    private Node languages() {
        String system = Locale.getDefault().getDisplayLanguage(Locale.getDefault());
        Stream<RadioButton> named = LANGUAGES.stream().map(language -> radio("language-" + language.getLanguage(), language.getDisplayLanguage(language),
            now().language().equals(language.getLanguage()), () -> around.choices().change(settings -> settings.withLanguage(language.getLanguage()))));
        return choice(Stream.concat(Stream.of(radio("language-system", texts.get("language.system", system), now().language().isEmpty(),
            () -> around.choices().change(settings -> settings.withLanguage("")))), named).toList());
    }

    private static RadioButton radio(String id, String words, boolean selected, Runnable chosen) {
        RadioButton radio = new RadioButton(words);
        radio.setId(id);
        radio.setSelected(selected);
        radio.setOnAction(_ -> chosen.run());
        return radio;
    }

    private static Node choice(List<RadioButton> buttons) {
        ToggleGroup group = new ToggleGroup();
        buttons.forEach(button -> button.setToggleGroup(group));
        FlowPane row = new FlowPane();
        row.getStyleClass().add("choice");
        row.getChildren().addAll(buttons);
        return row;
    }

    private Node textSize() {
        Slider slider = new Slider(Settings.SMALLEST_TEXT, Settings.LARGEST_TEXT, now().textPercent());
        slider.setId("text-size");
        slider.setMajorTickUnit(25);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(25);
        slider.setAccessibleText(texts.get("text"));
        Label value = new Label(texts.get("text.value", now().textPercent()));
        slider.valueProperty().addListener((_, _, percent) -> value.setText(texts.get("text.value", Math.round(percent.doubleValue()))));
        Runnable take = () -> around.choices().change(settings -> settings.withTextPercent((int) Math.round(slider.getValue())));
        slider.setOnMouseReleased(_ -> take.run());
        slider.setOnKeyReleased(_ -> take.run());
        HBox row = new HBox(slider, value);
        row.getStyleClass().add("slider-row");
        return row;
    }

    private Node contacted() {
        Button change = Pieces.button(texts.get("contacted.change"), () -> edit(ID));
        change.setId("change-targets");
        Button stop = Pieces.button(texts.get("contacted.stop"), () -> {
            around.choices().change(model::inside);
            layOut();
        });
        stop.setId("stop-contacting");
        stop.setDisable(now().consent() == Consent.REFUSED);
        FlowPane buttons = new FlowPane(change, stop);
        buttons.getStyleClass().add("buttons");
        return Pieces.card(Pieces.heading(texts.get("contacted")),
            Pieces.text(texts.get("contacted." + now().consent().name().toLowerCase(Locale.ROOT))), buttons);
    }

    private Node limits() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("limits");
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), new ColumnConstraints(), rest);
        int row = 0;
        for (Limit limit : Limit.values()) {
            Label name = Pieces.text(texts.get("limit." + limit.key()));
            TextField field = field(limit);
            name.setLabelFor(field);
            Label unit = new Label(texts.get("unit." + limit.unit()));
            unit.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(row++, name, field, unit);
            Label why = Pieces.text(texts.get("limit." + limit.key() + ".why"), "small", "muted", "limit-why");
            GridPane.setColumnSpan(why, GridPane.REMAINING);
            grid.addRow(row++, why);
        }
        return Pieces.card(Pieces.heading(texts.get("limits")), grid);
    }

    private TextField field(Limit limit) {
        TextField field = new TextField(model.value(now(), limit));
        field.setId("limit-" + limit.key());
        field.setPrefColumnCount(6);
        field.setMinWidth(Region.USE_PREF_SIZE);
        field.setAccessibleText(texts.get("limit." + limit.key()));
        Consumer<String> take = typed -> {
            Changed changed = model.with(now(), limit, typed);
            field.getStyleClass().remove("wrong");
            changed.settings().ifPresentOrElse(settings -> around.choices().change(_ -> settings), () -> {
                field.getStyleClass().add("wrong");
                frame.tell(texts.get("limit.wrong", changed.problem()));
            });
        };
        field.setOnAction(_ -> take.accept(field.getText()));
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                take.accept(field.getText());
            }
        });
        return field;
    }

    private Node kept() {
        Button open = Pieces.button(texts.get("open.folder"), () -> around.desktop().open(around.folders().state().toUri().toString()));
        open.setId("open-folder");
        Button defaults = Pieces.button(texts.get("defaults"), this::askForDefaults);
        defaults.setId("defaults");
        FlowPane buttons = new FlowPane(open, defaults);
        buttons.getStyleClass().add("buttons");
        return Pieces.card(Pieces.heading(texts.get("kept")),
            Pieces.text(texts.get("kept.settings", around.folders().settings()), "small"),
            Pieces.text(texts.get("kept.state", around.folders().state()), "small"), buttons);
    }

    private void askForDefaults() {
        frame.ask(texts.get("defaults.ask"), texts.get("defaults"), () -> {
            around.choices().change(model::usual);
            layOut();
            frame.tell(texts.get("defaults.done"));
        });
    }

    @Override
    public Parent view() {
        return view;
    }
}
