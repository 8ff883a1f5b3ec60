package org.faultline.ui;

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
    private static final FutureTask<Loaded> WORDS = new FutureTask<>(Ahead::words);
    private static final FutureTask<Boolean> FONTS = new FutureTask<>(Ahead::fonts, true);

    private Ahead() { }

    /** Before the toolkit starts. */
    static void beginWords() {
        Thread.ofPlatform().name("words").daemon().start(WORDS);
    }

    /** When the toolkit has started. */
    static void beginFonts() {
        Thread.ofPlatform().name("fonts").daemon().start(FONTS);
    }

    /** The settings, when all is made; made here where nothing was begun. */
    static Loaded settings() {
        WORDS.run();
        FONTS.run();
        try {
            FONTS.get();
            return WORDS.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("the window's words and fonts were not read", e);
        }
    }

    private static Loaded words() {
        Loaded loaded = new SettingsFile(Folders.ofThisProcess()).load();
        Stream.concat(Stream.of("window", "menu"), Pages.all().stream().map(PageEntry::id))
            .forEach(book -> new Texts(book, loaded.settings().locale()).has("title"));
        return loaded;
    }

    private static void fonts() {
        Text text = new Text("Faultline");
        text.setFont(Theme.fonts().getFirst());
        text.getLayoutBounds();
        Pieces.icon(Pages.all().getFirst().icon()).getLayoutBounds();
    }
}
