package org.faultline.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.faultline.run.OnlyWindow;
import org.faultline.run.Workplace;
import org.faultline.store.Folders;
import org.faultline.store.SettingsFile;
import org.faultline.store.SettingsFile.Loaded;
import org.faultline.ui.page.AfterFrames;
import org.faultline.ui.page.Choices;
import org.faultline.ui.page.PageEntry;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.page.UiThread;

/** The window as an application of the toolkit, on the machine that it runs on. */
public final class WindowApp extends Application {

    /** The toolkit makes the application itself, so this is the one way to tell who started it that there was a window. */
    private static final AtomicBoolean SHOWN = new AtomicBoolean();

    private final UiThread uiThread = new FxThread();
    private final FutureTask<Optional<OnlyWindow>> place = new FutureTask<>(() -> OnlyWindow.enter(Folders.ofThisProcess().state(), file()));
    private Optional<Choices> choices = Optional.empty();
    private Optional<Window> window = Optional.empty();

    static boolean shown() {
        return SHOWN.get();
    }

    private Optional<Path> file() {
        return getParameters().getRaw().stream().findFirst().map(Path::of);
    }

    /** The toolkit has started; its own thread has not begun. Is another window open that takes our file? Asked while ours is made. */
    @Override
    public void init() {
        Thread.ofPlatform().name("front-door-knock").daemon().start(place);
    }

    @Override
    public void start(Stage stage) throws ExecutionException, InterruptedException {
        SHOWN.set(true);
        Loaded settings = Ahead.settings();
        // Read here, or the first control would ask for it.
        setUserAgentStylesheet(STYLESHEET_MODENA);
        Window made = made(stage, settings);
        place.get().ifPresentOrElse(alone -> open(made, alone), Platform::exit);
    }

    private Window made(Stage stage, Loaded settings) {
        Folders folders = Folders.ofThisProcess();
        Choices chosen = new Choices(new SettingsFile(folders), settings, e -> uiThread.run(() -> window.ifPresent(open -> open.notSaved(e))));
        choices = Optional.of(chosen);
        SystemDesktop desktop = new SystemDesktop(() -> stage, address -> getHostServices().showDocument(address));
        Surroundings around = new Surroundings(chosen, folders, Workplace.here(), uiThread, desktop);
        Window made = new Window(stage, around, Pages.all());
        window = Optional.of(made);
        return made;
    }

    private void open(Window made, OnlyWindow alone) {
        made.open(file());
        alone.onVisit(file -> uiThread.run(() -> made.visited(file)));
        AfterFrames.run(Workplace::warmUp);
        Rehearsal.begin(made, Pages.all().stream().map(PageEntry::id).toList(), made.around(), alone);
    }

    @Override
    public void stop() {
        window.ifPresent(Window::closed);
        choices.ifPresent(Choices::close);
        if (place.state() == Future.State.SUCCESS) {
            place.resultNow().ifPresent(OnlyWindow::close);
        }
    }
}
