package org.faultline.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.faultline.store.Folders;
import org.faultline.store.Settings;
import org.faultline.store.SettingsFile;
import org.faultline.ui.page.Choices;
import org.faultline.ui.page.PageEntry;
import org.faultline.ui.page.Surroundings;

/** Everything around a window under test: a fake machine, a fixed clock, a fake desktop, folders of its own that start empty. */
public final class FakeWorld {

    private final FakeMachine machine;
    private final FakeDesktop desktop = new FakeDesktop();
    private final Folders folders;
    private final Surroundings around;
    private volatile UnaryOperator<Runnable> work = UnaryOperator.identity();

    /** @param scenario such as {@code gateway/gateway-absent}; @param before what the person chose earlier */
    public FakeWorld(String scenario, UnaryOperator<Settings> before) {
        machine = new FakeMachine(scenario);
        folders = emptyFolders();
        SettingsFile file = new SettingsFile(folders);
        Settings settings = before.apply(Settings.DEFAULT.withLanguage("en").withProfile(FakeMachine.PROFILE));
        try {
            file.save(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        around = new Surroundings(new Choices(file, file.load(), _ -> { }), folders, machine.workplace(), action -> Platform.runLater(work.apply(action)), desktop);
    }

    /** One in which the first-run page was accepted earlier. */
    public static FakeWorld accepted(String scenario) {
        return new FakeWorld(scenario, settings -> settings.with(Settings.Consent.ACCEPTED));
    }

    private static Folders emptyFolders() {
        try {
            Path home = Files.createTempDirectory("faultline-window-");
            home.toFile().deleteOnExit();
            return new Folders(home.resolve("settings"), home.resolve("state"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FakeMachine machine() {
        return machine;
    }

    public FakeDesktop desktop() {
        return desktop;
    }

    public Folders folders() {
        return folders;
    }

    public Surroundings around() {
        return around;
    }

    /** From now on whatever is handed to the UI thread is made into this. */
    void work(UnaryOperator<Runnable> change) {
        work = change;
    }

    /** A window of this world with all its pages; nothing of it is shown yet. */
    public Window window(Stage stage) {
        return window(stage, Pages.all());
    }

    /** One with these pages alone. */
    Window window(Stage stage, List<PageEntry> pages) {
        return new Window(stage, around, pages);
    }

    /** Shows a window that fits the smallest screen that tests run on. */
    Window show(Stage stage) {
        Window window = window(stage);
        Scene scene = window.scene(960, 720);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(960);
        stage.setHeight(720);
        stage.show();
        return window;
    }
}
