package org.faultline.ui;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import org.faultline.report.Texts;
import org.faultline.store.Folders;
import org.faultline.store.SettingsFile;
import org.faultline.store.SettingsFile.Loaded;
import org.faultline.ui.page.PageEntry;
import org.faultline.ui.page.Pieces;

/**
 * What the window needs before it is shown, made on a thread of its own while the toolkit starts: settings, words, and, most likely when the
 * toolkit's object is there, fonts, a first line of text and a first dashed line. No control and no scene: JavaFX makes those on its own thread
 * only. Nothing of it goes on while style sheets are read: both write what JavaFX knows of pseudo-classes, which has no lock.
 */
final class Ahead {

    /** The toolkit makes the application itself, which finds here what was begun for it. */
    private static final FutureTask<Loaded> SETTINGS = new FutureTask<>(() -> new SettingsFile(Folders.ofThisProcess()).load());
    private static final FutureTask<Boolean> WORDS = new FutureTask<>(Ahead::words, true);
    private static final FutureTask<Boolean> LETTERS = new FutureTask<>(Ahead::letters, true);
    private static final List<FutureTask<?>> ALL = List.of(SETTINGS, WORDS, LETTERS);

    private Ahead() { }

    /** Before the toolkit starts. */
    static void begin() {
        Thread.ofPlatform().name("ahead").daemon().start(() -> ALL.forEach(FutureTask::run));
    }

    /** Waits for all of it; makes here what was not begun. What failed fails again where it is needed, and is told there. */
    static Loaded settings() {
        ALL.forEach(Ahead::await);
        return SETTINGS.resultNow();
    }

    private static void await(FutureTask<?> task) {
        task.run();
        try {
            task.get();
        } catch (ExecutionException _) {
            // See above.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void words() {
        Stream.concat(Stream.of("window", "menu"), Pages.all().stream().map(PageEntry::id))
            .forEach(book -> new Texts(book, SETTINGS.resultNow().settings().locale()).has("title"));
    }

    /** The outline of a dashed line is found by what draws every round shape, which takes long to begin with. */
    private static void letters() {
        Text text = new Text("Faultline");
        text.setFont(Theme.fonts().getFirst());
        text.getLayoutBounds();
        Pieces.icon(Pages.all().getFirst().icon()).getLayoutBounds();
        Line dashed = new Line(0, 0, 10, 1);
        dashed.getStrokeDashArray().add(2d);
        dashed.getLayoutBounds();
    }
}
