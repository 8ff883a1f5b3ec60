package org.faultline.ui;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** A file that somebody holds over the window and lets go: the events of the toolkit, with a dragboard that holds what a desktop would put there. */
final class Dropped {

    private final Dragboard board;

    private Dropped(Dragboard board) {
        this.board = board;
    }

    static Dropped of(Path file) {
        Constructor<?> made = Dragboard.class.getDeclaredConstructors()[0];
        made.setAccessible(true);
        Class<?> clipboard = made.getParameterTypes()[0];
        List<File> files = List.of(file.toFile());
        Object content = Proxy.newProxyInstance(clipboard.getClassLoader(), new Class<?>[] {clipboard}, (_, method, arguments) -> switch (method.getName()) {
            case "hasContent" -> arguments[0] == DataFormat.FILES;
            case "getContent" -> arguments[0] == DataFormat.FILES ? files : null;
            case "getContentTypes" -> Set.of(DataFormat.FILES);
            case "getTransferModes" -> Set.of(TransferMode.COPY);
            default -> throw new UnsupportedOperationException(method.getName());
        });
        return new Dropped(OpenWindow.onUiThread(() -> (Dragboard) made.newInstance(content)));
    }

    /** @return whether the window takes it */
    boolean over(Scene scene) {
        DragEvent event = event(DragEvent.DRAG_OVER, scene);
        scene.getRoot().fireEvent(event);
        return board.equals(event.getDragboard()) && event.getAcceptedTransferMode() == TransferMode.COPY;
    }

    void drop(Scene scene) {
        scene.getRoot().fireEvent(event(DragEvent.DRAG_DROPPED, scene));
    }

    private DragEvent event(EventType<DragEvent> type, Scene scene) {
        return new DragEvent(scene.getRoot(), scene.getRoot(), type, board, 400, 300, 400, 300, TransferMode.COPY, scene, scene.getRoot(), null);
    }
}
