package org.faultline.ui;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javafx.scene.text.Text;
import org.faultline.report.Texts;
import org.faultline.store.Folders;
import org.faultline.store.SettingsFile;
import org.faultline.store.SettingsFile.Loaded;
import org.faultline.ui.page.PageEntry;
import org.faultline.ui.page.Pieces;

/**
 * What the window needs before it is shown, made on threads of its own: settings and words while the toolkit starts, fonts and a first line of text
 * while the toolkit reads its style sheet. Fonts no sooner: their libraries and the toolkit's beginning are not to be in each other's way. No control
 * and no scene: JavaFX makes those on its own thread only.
 */
final class Ahead {

    /** The toolkit makes the application itself, which finds here what was begun for it. */
    private static final FutureTask<Loaded> SETTINGS = new FutureTask<>(() -> new SettingsFile(Folders.ofThisProcess()).load());
    private static final FutureTask<Boolean> WORDS = new FutureTask<>(Ahead::words, true);
    private static final FutureTask<Boolean> FONTS = new FutureTask<>(Ahead::fonts, true);

    private Ahead() { }

    /** Before the toolkit starts. */
    static void beginWords() {
        Thread.ofPlatform().name("words").daemon().start(() -> {
            SETTINGS.run();
            WORDS.run();
        });
    }

    /** When the toolkit has started. */
    static void beginFonts() {
        Thread.ofPlatform().name("fonts").daemon().start(FONTS);
    }

    /** Waits for all of it; makes here what was not begun. What failed fails again where it is needed, and is told there. */
    static Loaded settings() {
        List.of(SETTINGS, WORDS, FONTS).forEach(Ahead::await);
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

    private static void fonts() {
        Text text = new Text("Faultline");
        text.setFont(Theme.fonts().getFirst());
        text.getLayoutBounds();
        Pieces.icon(Pages.all().getFirst().icon()).getLayoutBounds();
    }
}
