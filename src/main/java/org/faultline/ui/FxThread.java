package org.faultline.ui;

import javafx.application.Platform;
import org.faultline.ui.page.UiThread;

/** JavaFX's own thread: the one class that hops to it. */
final class FxThread implements UiThread {

    @Override
    public void run(Runnable action) {
        Platform.runLater(action);
    }
}
