package org.faultline.ui.tree;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** The keys of the tree: arrows walk, Enter opens and tells, Space unfolds, plus and minus zoom, Ctrl with arrows pans, Ctrl+F finds. */
final class TreeKeys {

    private static final double PAN = 60;

    private final Consumer<Direction> move;
    private final Consumer<String> press;
    private final Consumer<String> turn;
    private final Runnable find;
    private Supplier<Optional<String>> selected = Optional::empty;
    private DoubleConsumer zoom = _ -> { };
    private Runnable fit = () -> { };
    private BiConsumer<Double, Double> pan = (_, _) -> { };
    private Runnable next = () -> { };
    private Runnable previous = () -> { };

    TreeKeys(Consumer<Direction> move, Consumer<String> press, Consumer<String> turn, Runnable find) {
        this.move = move;
        this.press = press;
        this.turn = turn;
        this.find = find;
    }

    void view(Supplier<Optional<String>> where, DoubleConsumer zooms, Runnable fits, BiConsumer<Double, Double> pans, Runnable goesOn, Runnable goesBack) {
        selected = where;
        zoom = zooms;
        fit = fits;
        pan = pans;
        next = goesOn;
        previous = goesBack;
    }

    /** @param sheet where the arrows walk; elsewhere in the view they keep their meaning */
    void listenTo(Node view, Node sheet) {
        sheet.addEventHandler(KeyEvent.KEY_PRESSED, event -> consumed(event, event.isShortcutDown() ? withControl(event) : plain(event)));
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> consumed(event, everywhere(event)));
    }

    private static void consumed(KeyEvent event, boolean done) {
        if (done) {
            event.consume();
        }
    }

    private boolean everywhere(KeyEvent event) {
        switch (event.getCode()) {
            case F3 -> (event.isShiftDown() ? previous : next).run();
            case F -> {
                if (!event.isShortcutDown()) {
                    return false;
                }
                find.run();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> move.accept(Direction.UP);
            case DOWN -> move.accept(Direction.DOWN);
            case LEFT -> move.accept(Direction.LEFT);
            case RIGHT -> move.accept(Direction.RIGHT);
            case HOME -> move.accept(Direction.FIRST);
            case END -> move.accept(Direction.LAST);
            case ENTER -> selected.get().ifPresent(press);
            case SPACE -> selected.get().ifPresent(turn);
            case PLUS, ADD, EQUALS -> zoom.accept(Framing.STEP);
            case MINUS, SUBTRACT -> zoom.accept(1 / Framing.STEP);
            case DIGIT0, NUMPAD0 -> fit.run();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean withControl(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> pan.accept(0.0, PAN);
            case DOWN -> pan.accept(0.0, -PAN);
            case LEFT -> pan.accept(PAN, 0.0);
            case RIGHT -> pan.accept(-PAN, 0.0);
            default -> {
                return false;
            }
        }
        return true;
    }
}
