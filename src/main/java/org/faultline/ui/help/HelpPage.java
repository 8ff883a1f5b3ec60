package org.faultline.ui.help;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.ui.help.HelpModel.Part;
import org.faultline.ui.help.HelpModel.Topic;
import org.faultline.ui.page.Beside;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.Pieces;
import org.faultline.ui.page.Sight;
import org.faultline.ui.page.Surroundings;

/** The help: topics and a search at the left, the page at the right. */
public final class HelpPage implements Page {

    public static final String ID = "help";

    /** What an arrow, its indent and a scroll bar take beside the words of a topic, in sizes of the text. */
    private static final double BESIDE_WORDS = 5.5;
    private static final double MIN_WRAP = 60;

    private final Surroundings around;
    private final Texts texts;
    private final Texts shared;
    private final HelpModel model;
    private final TextField search = new TextField();
    private final TreeView<Topic> topics = new TreeView<>();
    private final VBox left = Pieces.card();
    private final VBox page = new VBox();
    private final ScrollPane scroll = Pieces.scrolled(page);
    private final VBox view = new VBox();

    public HelpPage(Surroundings around, Frame frame) {
        this.around = around;
        this.texts = around.texts(ID);
        this.shared = around.texts("check");
        this.model = new HelpModel(around.locale(), Words.systemOf(System.getProperty("os.name")));
        layOut();
        list(model.topics());
        open("start");
    }

    private void layOut() {
        search.setId("help-search");
        search.setPromptText(texts.get("search"));
        search.setAccessibleText(texts.get("search"));
        search.textProperty().addListener((_, _, wanted) -> list(model.matching(wanted)));
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                toTheTopics();
                event.consume();
            }
        });
        topics.setId("help-topics");
        topics.setShowRoot(false);
        topics.setCellFactory(_ -> new TopicCell());
        topics.setAccessibleText(texts.get("topics"));
        topics.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (item != null) {
                show(item.getValue());
            }
        });
        VBox.setVgrow(topics, Priority.ALWAYS);
        left.getChildren().setAll(search, topics);
        page.setId("help-page");
        page.getStyleClass().add("help-page");
        VBox right = Pieces.card(scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Beside both = new Beside(left, right).leftWide(25).narrowBelow(58).leftAlone(15).rightAlone(24);
        VBox.setVgrow(both, Priority.ALWAYS);
        view.getStyleClass().add("help");
        view.getChildren().setAll(both);
    }

    /** From the search into what it found. */
    private void toTheTopics() {
        topics.requestFocus();
        if (topics.getSelectionModel().isEmpty()) {
            topics.getSelectionModel().selectFirst();
        }
    }

    /** Long titles take two lines: a cell alone would cut them. */
    private final class TopicCell extends TreeCell<Topic> {
        private final Text words = new Text();

        TopicCell() {
            words.getStyleClass().add("help-topic");
            words.wrappingWidthProperty().bind(Bindings.createDoubleBinding(() -> Math.max(MIN_WRAP, topics.getWidth() - getFont().getSize() * BESIDE_WORDS),
                topics.widthProperty(), fontProperty()));
        }

        @Override
        protected void updateItem(Topic topic, boolean empty) {
            super.updateItem(topic, empty);
            boolean shown = !empty && topic != null;
            words.setText(shown ? topic.title() : "");
            setAccessibleText(words.getText());
            setGraphic(shown ? words : null);
        }
    }

    /** Chapters stand closed while everything is listed, and open when a search picks from them. */
    private void list(List<Topic> wanted) {
        TreeItem<Topic> root = new TreeItem<>();
        Map<String, TreeItem<Topic>> chapters = new HashMap<>();
        boolean picked = wanted.size() < model.topics().size();
        for (Topic topic : wanted) {
            TreeItem<Topic> item = new TreeItem<>(topic);
            TreeItem<Topic> above = topic.under().map(id -> chapters.computeIfAbsent(id, _ -> chapter(root, id))).orElse(root);
            if (topic.under().isEmpty()) {
                chapters.put(topic.id(), item);
            }
            above.getChildren().add(item);
            above.setExpanded(picked || above == root);
        }
        topics.setRoot(root);
    }

    private TreeItem<Topic> chapter(TreeItem<Topic> root, String id) {
        TreeItem<Topic> item = new TreeItem<>(model.topic(id).orElseThrow());
        root.getChildren().add(item);
        return item;
    }

    private void show(Topic topic) {
        Label title = Pieces.text(topic.title(), "page-title");
        title.setId("help-title");
        title.setAccessibleRole(AccessibleRole.TEXT);
        page.getChildren().setAll(title);
        model.page(topic.id()).forEach(part -> page.getChildren().add(node(part)));
        scroll.setVvalue(0);
    }

    private Node node(Part part) {
        return switch (part) {
            case Part.Heading(String words) -> Pieces.heading(words);
            case Part.Paragraph(String words) -> Pieces.text(words, "help-text");
            case Part.Link(Topic topic) -> Pieces.link(topic.title(), () -> open(topic.id()));
            case Part.Step step -> step(step);
        };
    }

    private Node step(Part.Step step) {
        Label number = new Label(Integer.toString(step.number()));
        number.getStyleClass().add("step-number");
        VBox text = new VBox(Pieces.text(step.remedy().text(), "help-text"), Pieces.text(step.who(), "small", "muted"));
        step.remedy().command().ifPresent(command -> text.getChildren().add(Pieces.command(command, shared, around.desktop())));
        text.getStyleClass().add("step-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(number, text);
        row.getStyleClass().add("step");
        return row;
    }

    /** Shows the topic of this name, such as a fault's code; an unknown one leaves the page as it is. */
    @Override
    public void open(String id) {
        model.topic(id).ifPresent(topic -> {
            search.clear();
            select(topics.getRoot(), id);
            show(topic);
        });
    }

    private void select(TreeItem<Topic> above, String id) {
        for (TreeItem<Topic> item : above.getChildren()) {
            if (item.getValue().id().equals(id)) {
                above.setExpanded(true);
                topics.getSelectionModel().select(item);
                topics.scrollTo(Math.max(0, topics.getRow(item) - 2));
            }
            select(item, id);
        }
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void find() {
        Sight.lead(search, left);
    }
}
