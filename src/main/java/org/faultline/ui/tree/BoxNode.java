package org.faultline.ui.tree;

import javafx.geometry.Bounds;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Scale;
import org.faultline.report.picture.Area;
import org.faultline.report.picture.Box;
import org.faultline.report.picture.Mark;

/** One box of the picture: can be pressed, focused, and read aloud. */
final class BoxNode extends Region {

    private static final String MINUS = "M4.5 8 L11.5 8";

    private final Text text = new Text();
    private final SVGPath mark = new SVGPath();
    private final Scale scale = new Scale();
    private final Tooltip tip = new Tooltip();
    private final Runnable press;
    private Box box;

    /** @param press what a press does */
    BoxNode(Box first, Runnable press) {
        this.box = first;
        this.press = press;
        setId(first.id());
        setManaged(false);
        setAccessibleRole(AccessibleRole.BUTTON);
        text.getStyleClass().add("tree-text");
        text.setTextAlignment(TextAlignment.CENTER);
        text.setManaged(false);
        mark.getStyleClass().add("tree-mark");
        mark.getTransforms().add(scale);
        mark.setManaged(false);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        getChildren().setAll(mark, text);
        setOnMouseEntered(_ -> {
            Tooltip.install(this, tip);
            setOnMouseEntered(null);
        });
    }

    Box box() {
        return box;
    }

    /** @param says what it is, in words */
    void show(Box now, FxLetters letters, String role, String says) {
        box = now;
        Area place = now.place();
        resizeRelocate(place.x(), place.y(), place.width(), place.height());
        Looks.wear(this, Looks.of(now));
        boolean fold = now.kind() == Box.Kind.FOLD;
        Area sign = fold ? place : now.markPlace();
        mark.setContent(fold ? MINUS : now.mark().path());
        mark.setVisible(fold || now.mark() != Mark.NONE);
        scale.setX(sign.width() / 16);
        scale.setY(sign.height() / 16);
        mark.setLayoutX(sign.x() - place.x());
        mark.setLayoutY(sign.y() - place.y());
        text.setText(String.join("\n", now.lines()));
        text.setLineSpacing(letters.spacing());
        setAccessibleRoleDescription(role);
        setAccessibleText(says);
        tip.setText(says);
        requestLayout();
    }

    /** In the middle of its place, whatever the letters turn out to be. */
    @Override
    protected void layoutChildren() {
        Area place = box.place();
        Area area = box.text();
        Bounds letters = text.getLayoutBounds();
        text.setLayoutX(area.centreX() - place.x() - letters.getCenterX());
        text.setLayoutY(area.centreY() - place.y() - letters.getCenterY());
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            press.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? getAccessibleText() : super.queryAccessibleAttribute(attribute, parameters);
    }
}
