package org.faultline.ui.tree;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.faultline.model.Diagnosis;
import org.faultline.model.Report;
import org.faultline.report.Texts;
import org.faultline.report.TreeCaptions;
import org.faultline.report.picture.Box;
import org.faultline.report.picture.NodeRef;

/**
 * The decision tree of a run: grows while the run goes on, then shows where it ended. Press a place, or walk to it with the arrow keys, to
 * be told about it.
 */
public final class TreeView extends VBox {

    /** Heights of a line; with less the picture needs the room of the legend. */
    private static final double LOW = 22;

    private final Texts texts;
    private final TreeModel model;
    private final TreeSheet sheet;
    private final Viewport viewport;
    private final Framing framing;
    private final SearchBar search;
    private final OutOfSight beyond;
    private final OutOfSight brief;
    private final Legend legend;
    private final Text ruler = new Text("Ag");
    private FxLetters letters;
    private Consumer<NodeRef> told = _ -> { };
    private Consumer<NodeRef> passed = ref -> told.accept(ref);
    private Function<NodeRef.OfQuestion, Optional<String>> why = _ -> Optional.empty();
    private boolean running;

    public TreeView(Locale locale) {
        TreeCaptions captions = TreeCaptions.of(locale);
        this.texts = captions.texts();
        this.letters = new FxLetters(ruler.getFont());
        this.model = new TreeModel(captions, letters);
        this.sheet = new TreeSheet(new Descriptions(captions, ref -> why.apply(ref)), this::pressed);
        this.viewport = new Viewport(sheet);
        this.framing = new Framing(viewport, model, () -> letters.font().getSize());
        this.search = new SearchBar(texts, model::find, this::reveal, this::leaveSearch);
        this.beyond = new OutOfSight(texts, false, () -> framing.toTheEnd(false), () -> framing.toTheEnd(true));
        this.brief = new OutOfSight(texts, true, () -> framing.toTheEnd(false), () -> framing.toTheEnd(true));
        this.legend = new Legend(texts);
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
        TreeTools tools = new TreeTools(texts, this::openSearch, this::turnAll, framing);
        return new TreeHead(texts.get("heading"), texts.get("hint"), beyond, brief, search, tools);
    }

    private void sawElsewhere(double x, double y) {
        sheet.stick(x, viewport.hasRoomForHead() ? y : 0);
        OutOfSight.Count count = sheet.outOfSight(x, x + viewport.getWidth() / viewport.zoom());
        beyond.show(count);
        brief.show(count);
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
            framing.handBack();
        }
        running = goesOn;
        model.show(finished.map(Report::diagnosis).orElse(soFar), goesOn);
        draw();
        framing.follow();
    }

    private void letter() {
        if (!ruler.getFont().equals(letters.font())) {
            letters = new FxLetters(ruler.getFont());
            sheet.forget();
            model.letter(letters);
            draw();
            framing.placeAnew();
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
        framing.placeOnce();
    }

    private void turnAll() {
        if (model.everythingOpen()) {
            model.foldAll();
            draw();
            framing.lead();
        } else {
            openEverything();
        }
    }

    /** Every stage and every branch, as far out as need be. */
    public void openEverything() {
        model.openAll();
        draw();
        framing.fit();
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
            draw();
            String still = id.endsWith("-") || id.endsWith("+") ? id.substring(0, id.length() - 1) : id;
            Optional<Box> after = model.box(id).or(() -> model.box(still)).or(() -> model.box(still + "-"));
            before.ifPresent(was -> after.ifPresent(is -> framing.pan((was.place().x() - is.place().x()) * viewport.zoom(),
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
                framing.bringIntoSight(box);
                tell(passed, box.ref());
            });
        }
    }

    private void reveal(String id) {
        model.reveal(id);
        draw();
        sheet.entrance(id);
        model.box(id).ifPresent(box -> {
            framing.bringIntoSight(box);
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
        keys.view(this::chosen, framing::zoom, framing::fit, framing::pan, search::next, search::previous);
        keys.listenTo(this, viewport);
        TreeMouse.listenTo(viewport, framing, sheet::takeKeyboard);
        viewport.layoutBoundsProperty().addListener((_, _, _) -> framing.otherRoom());
    }
}
