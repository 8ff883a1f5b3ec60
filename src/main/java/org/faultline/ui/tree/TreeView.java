package org.faultline.ui.tree;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.faultline.model.Diagnosis;
import org.faultline.model.Report;
import org.faultline.report.Texts;
import org.faultline.report.TreeCaptions;
import org.faultline.report.picture.Box;
import org.faultline.report.picture.NodeRef;
import org.faultline.ui.page.Pieces;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/**
 * The decision tree of a run: grows while the run goes on, then shows where it ended. Press a place, or walk to it with the arrow keys, to
 * be told about it.
 */
public final class TreeView extends VBox {

    /** The least scale at which letters of the usual size can be read. */
    private static final double READABLE = 0.86;
    private static final double USUAL = 13;
    private static final double STEP = 1.25;
    /** Heights of a line; with less the picture needs the room of the legend. */
    private static final double LOW = 22;
    /** Where the eye is led: an end has its way before it, a question its sides after it. */
    private static final double END = 0.74;
    private static final double MIDDLE = 0.36;

    private final Texts texts;
    private final TreeModel model;
    private final TreeSheet sheet;
    private final Viewport viewport;
    private final SearchBar search;
    private final OutOfSight beyond;
    private final OutOfSight brief;
    private final Legend legend;
    private final Button all;
    private final Text ruler = new Text("Ag");
    private FxLetters letters;
    private Consumer<NodeRef> told = _ -> { };
    private Consumer<NodeRef> passed = ref -> told.accept(ref);
    private Function<NodeRef.OfQuestion, Optional<String>> why = _ -> Optional.empty();
    /** The person moved the picture; it stays where it was put until the next run or another size of the window. */
    private boolean moved;
    private boolean running;
    private boolean placed;
    private double lastX;
    private double lastY;

    public TreeView(Locale locale) {
        TreeCaptions captions = TreeCaptions.of(locale);
        this.texts = captions.texts();
        this.letters = new FxLetters(ruler.getFont());
        this.model = new TreeModel(captions, letters);
        this.sheet = new TreeSheet(new Descriptions(captions, ref -> why.apply(ref)), this::pressed);
        this.viewport = new Viewport(sheet);
        this.search = new SearchBar(texts, model::find, this::reveal, this::leaveSearch);
        this.beyond = new OutOfSight(texts, false, () -> toTheEnd(false), () -> toTheEnd(true));
        this.brief = new OutOfSight(texts, true, () -> toTheEnd(false), () -> toTheEnd(true));
        this.legend = new Legend(texts);
        this.all = Pieces.iconButton(MaterialDesignU.UNFOLD_MORE_HORIZONTAL, texts.get("tool.all"), this::turnAll);
        setId("decision-tree");
        getStyleClass().add("decision-tree");
        getStylesheets().add(TreeView.class.getResource("/org/faultline/ui/tree/tree.css").toExternalForm());
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(texts.get("picture.title"));
        ruler.setOpacity(0);
        ruler.setManaged(false);
        ruler.setMouseTransparent(true);
        ruler.fontProperty().addListener(_ -> letter());
        getChildren().setAll(head(), viewport, legend, ruler);
        VBox.setVgrow(viewport, Priority.ALWAYS);
        viewport.onMoved(this::sawElsewhere);
        viewport.setId("tree-viewport");
        viewport.setMinHeight(0);
        listen();
        draw();
    }

    private TreeHead head() {
        Button find = Pieces.iconButton(MaterialDesignM.MAGNIFY, texts.get("tool.find"), this::openSearch);
        find.setId("tree-find");
        all.setId("tree-all");
        HBox tools = new HBox(find, all,
            Pieces.iconButton(MaterialDesignM.MINUS, texts.get("tool.smaller"), () -> zoom(1 / STEP)),
            Pieces.iconButton(MaterialDesignP.PLUS, texts.get("tool.larger"), () -> zoom(STEP)),
            Pieces.iconButton(MaterialDesignF.FIT_TO_PAGE_OUTLINE, texts.get("tool.fit"), this::fit),
            Pieces.iconButton(MaterialDesignC.CROSSHAIRS, texts.get("tool.focus"), this::focusAgain));
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.getStyleClass().add("tree-tools");
        return new TreeHead(texts.get("heading"), texts.get("hint"), beyond, brief, search, tools);
    }

    private void sawElsewhere(double x, double y) {
        sheet.stick(x, viewport.hasRoomForHead() ? y : 0);
        OutOfSight.Count count = sheet.outOfSight(x, x + viewport.getWidth() / viewport.zoom());
        beyond.show(count);
        brief.show(count);
    }

    private void toTheEnd(boolean last) {
        moved = true;
        viewport.toTheEnd(last);
    }

    /** Knows why a question could not be answered; asked whenever such a place is drawn. */
    public void onUnknown(Function<NodeRef.OfQuestion, Optional<String>> reason) {
        why = reason;
    }

    /** Hears what place the person wants to be told about. */
    public void onSelected(Consumer<NodeRef> listener) {
        told = listener;
    }

    /** Hears what place the person passes on the way through the tree, by the arrow keys or a search; else that is as if it were pressed. */
    public void onPassed(Consumer<NodeRef> listener) {
        passed = listener;
    }

    /** What there is to say before anything was asked. */
    public static Diagnosis unasked() {
        return TreeModel.unasked();
    }

    /** Nothing was asked yet. */
    public void showNothing() {
        model.forget();
        show(TreeModel.unasked(), Optional.empty(), false);
    }

    /**
     * What is known by now. Called on the toolkit's thread, as often as something new is known.
     *
     * @param finished the report, once the run has ended
     * @param goesOn   more will come
     */
    public void show(Diagnosis soFar, Optional<Report> finished, boolean goesOn) {
        if (goesOn && !running) {
            model.forget();
            moved = false;
        }
        running = goesOn;
        model.show(finished.map(Report::diagnosis).orElse(soFar), goesOn);
        draw();
        if (!moved) {
            focus(placed);
        }
    }

    private void letter() {
        if (!ruler.getFont().equals(letters.font())) {
            letters = new FxLetters(ruler.getFont());
            sheet.forget();
            model.letter(letters);
            draw();
            placed = false;
            requestLayout();
        }
    }

    private void draw() {
        sheet.show(model.picture(), letters);
        viewport.sheetSize(model.picture().width(), model.picture().height(), TreeSheet.trunkHeight(model.picture()));
        sheet.entrance(model.selected().or(() -> model.picture().boxes().stream().findFirst()).map(Box::id).orElse(""));
    }

    /** The first time there is room, the picture is put where it can be read. */
    @Override
    protected void layoutChildren() {
        boolean high = getHeight() >= LOW * letters.font().getSize();
        legend.setVisible(high);
        legend.setManaged(high);
        super.layoutChildren();
        if (!placed && viewport.getWidth() > 0 && viewport.getHeight() > 0) {
            placed = true;
            focus(false);
        }
    }

    private void focus(boolean smoothly) {
        if (viewport.getWidth() > 0) {
            model.focus().ifPresentOrElse(box -> viewport.focusOn(box.place(), model.beginning(box), readable(),
                box.kind() == Box.Kind.LEAF ? END : MIDDLE, smoothly), () -> viewport.home(readable(), smoothly));
        }
    }

    /** Large letters can be read when they are drawn smaller, and leave more room then. */
    private double readable() {
        return READABLE - Math.clamp((letters.font().getSize() / USUAL - 1) * 0.18, 0, 0.3);
    }

    private void focusAgain() {
        moved = false;
        focus(true);
    }

    private void fit() {
        moved = true;
        viewport.fit(true);
    }

    private void zoom(double factor) {
        moved = true;
        viewport.zoom(factor);
    }

    private void turnAll() {
        if (model.everythingOpen()) {
            model.foldAll();
            draw();
            focusAgain();
        } else {
            openEverything();
        }
    }

    /** Every stage and every branch, as far out as need be. */
    public void openEverything() {
        model.openAll();
        draw();
        fit();
    }

    /** A press goes there, opens or folds it, and tells about it. */
    private void pressed(String id) {
        select(id);
        boolean folds = model.box(id).filter(box -> box.kind() == Box.Kind.FOLD || box.kind() == Box.Kind.MORE
            || box.kind() == Box.Kind.STAGE || box.kind() == Box.Kind.OPENER).isPresent();
        model.box(id).ifPresent(box -> tell(told, box.ref()));
        if (folds) {
            turn(id);
        }
        model.selected().ifPresent(box -> viewport.reveal(box.place(), true));
    }

    /** What was pressed stays where it is under the pointer. */
    private void turn(String id) {
        Optional<Box> before = model.box(id);
        if (model.toggle(id)) {
            moved = true;
            draw();
            String still = id.endsWith("-") || id.endsWith("+") ? id.substring(0, id.length() - 1) : id;
            Optional<Box> after = model.box(id).or(() -> model.box(still)).or(() -> model.box(still + "-"));
            before.ifPresent(was -> after.ifPresent(is -> viewport.pan((was.place().x() - is.place().x()) * viewport.zoom(),
                (was.place().y() - is.place().y()) * viewport.zoom())));
            after.ifPresent(is -> select(is.id()));
        }
    }

    private static void tell(Consumer<NodeRef> listener, NodeRef ref) {
        if (!(ref instanceof NodeRef.Folded)) {
            listener.accept(ref);
        }
    }

    /** The keyboard goes to the place that was chosen last, which is brought into sight. */
    public void focusChosen() {
        model.selected().ifPresent(box -> {
            select(box.id());
            viewport.reveal(box.place(), false);
        });
    }

    private void select(String id) {
        model.select(id);
        sheet.entrance(id);
        sheet.node(id).filter(node -> !node.isFocused()).ifPresent(BoxNode::requestFocus);
    }

    /** Whoever came by Tab is at the box that has the keyboard. */
    private Optional<String> chosen() {
        if (model.selected().isEmpty()) {
            sheet.focused().ifPresent(model::select);
        }
        return model.selected().map(Box::id);
    }

    private void move(Direction direction) {
        chosen();
        if (model.move(direction)) {
            model.selected().ifPresent(box -> {
                select(box.id());
                moved = true;
                viewport.reveal(box.place(), true);
                tell(passed, box.ref());
            });
        }
    }

    private void reveal(String id) {
        model.reveal(id);
        moved = true;
        draw();
        sheet.entrance(id);
        model.box(id).ifPresent(box -> {
            viewport.reveal(box.place(), true);
            tell(passed, box.ref());
        });
        sheet.found(id);
    }

    /** The field to find a question or a fault. */
    public void openSearch() {
        search.open();
    }

    /** Whether the field to find something is open. */
    public boolean searching() {
        return search.isVisible();
    }

    private void leaveSearch() {
        search.hide();
        sheet.found("");
        model.selected().ifPresent(box -> select(box.id()));
    }

    private void listen() {
        TreeKeys keys = new TreeKeys(this::move, this::pressed, this::turn, this::openSearch);
        keys.view(this::chosen, this::zoom, this::fit, (dx, dy) -> {
            moved = true;
            viewport.pan(dx, dy);
        }, search::next, search::previous);
        keys.listenTo(this, viewport);
        viewport.setOnMousePressed(event -> {
            lastX = event.getX();
            lastY = event.getY();
            sheet.takeKeyboard();
            // What scrolls around it would take the keyboard.
            event.consume();
        });
        viewport.setOnMouseDragged(event -> {
            moved = true;
            viewport.pan(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        });
        viewport.setOnScroll(this::scroll);
        viewport.setOnZoom(event -> {
            moved = true;
            viewport.zoom(event.getZoomFactor(), event.getX(), event.getY(), false);
        });
        viewport.layoutBoundsProperty().addListener((_, _, _) -> otherRoom());
    }

    /** What was chosen stays in sight; else what the eye was led to. */
    private void otherRoom() {
        if (placed && !viewport.moving()) {
            model.selected().ifPresentOrElse(box -> viewport.reveal(box.place(), false), () -> {
                if (moved) {
                    model.focus().ifPresent(box -> viewport.reveal(box.place(), false));
                } else {
                    focus(false);
                }
            });
        }
        viewport.tell();
    }

    private void scroll(ScrollEvent event) {
        moved = true;
        if (event.isControlDown() || event.isShortcutDown()) {
            viewport.zoom(Math.pow(1.0022, event.getDeltaY()), event.getX(), event.getY(), false);
        } else {
            viewport.scroll(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }
}
