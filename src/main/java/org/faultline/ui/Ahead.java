package org.faultline.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import org.faultline.report.Texts;
import org.faultline.run.OnlyWindow;
import org.faultline.store.Folders;
import org.faultline.store.SettingsFile;
import org.faultline.store.SettingsFile.Loaded;
import org.faultline.ui.page.PageEntry;
import org.faultline.ui.page.Pieces;

/**
 * What the window needs before it is shown, made on a thread of its own while the toolkit starts: settings, words, the answer of another window
 * that may be open, and, as the toolkit's object is there by then, fonts, a first line of text and a first dashed line. No control and no
 * scene: JavaFX makes those on its own thread only.
 */
final class Ahead {

    /** The toolkit makes the application itself, which finds here what was begun for it. */
    private static final AtomicReference<Optional<Path>> FILE = new AtomicReference<>(Optional.empty());
    private static final FutureTask<Loaded> SETTINGS = new FutureTask<>(() -> new SettingsFile(Folders.ofThisProcess()).load());
    private static final FutureTask<Boolean> WORDS = new FutureTask<>(Ahead::words, true);
    private static final FutureTask<Optional<OnlyWindow>> PLACE = new FutureTask<>(() -> OnlyWindow.enter(Folders.ofThisProcess().state(), FILE.get()));
    private static final FutureTask<Boolean> LETTERS = new FutureTask<>(Ahead::letters, true);
    private static final List<FutureTask<?>> ALL = List.of(SETTINGS, WORDS, PLACE, LETTERS);

    private Ahead() { }

    /**
     * Before the toolkit starts.
     *
     * @param file to be shown, here or in the window that is open already
     */
    static void begin(Optional<Path> file) {
        FILE.set(file);
        Thread.ofPlatform().name("ahead").daemon().start(() -> ALL.forEach(FutureTask::run));
    }

    /** Waits for all of it; makes here what was not begun. What failed fails again where it is needed, and is told there. */
    static Loaded settings() {
        ALL.forEach(Ahead::await);
        return SETTINGS.resultNow();
    }

    /** Is another window open that takes our file? Nothing where it is. */
    static Future<Optional<OnlyWindow>> place() {
        return PLACE;
    }

    /** There will be no window, so that the next start asks nobody here. */
    static void leave() {
        await(PLACE);
        if (PLACE.state() == Future.State.SUCCESS) {
            PLACE.resultNow().ifPresent(OnlyWindow::close);
        }
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
