package org.faultline.ui.page;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.faultline.store.Settings;
import org.faultline.store.SettingsFile;

/** The settings as they stand now. Read and changed on the UI thread; written by a thread of their own, since disks may be slow. */
public final class Choices implements AutoCloseable {

    private final SettingsFile file;
    private final ReadOnlyObjectWrapper<Settings> now;
    private final List<String> problems;
    private final Consumer<IOException> notSaved;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
        Thread.ofPlatform().name("settings").daemon().factory());

    /**
     * @param loaded   what the file held
     * @param notSaved hears, on the writing thread, of a disk that takes no settings
     */
    public Choices(SettingsFile file, SettingsFile.Loaded loaded, Consumer<IOException> notSaved) {
        this.file = file;
        this.now = new ReadOnlyObjectWrapper<>(loaded.settings());
        this.problems = loaded.problems();
        this.notSaved = notSaved;
    }

    public Settings now() {
        return now.get();
    }

    public ReadOnlyObjectProperty<Settings> property() {
        return now.getReadOnlyProperty();
    }

    /** What could not be read at the start. */
    public List<String> problems() {
        return problems;
    }

    /** Takes effect at once and is written soon. */
    public void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(now());
        if (changed.equals(now())) {
            return;
        }
        now.set(changed);
        writer.execute(() -> write(changed));
    }

    private void write(Settings settings) {
        try {
            file.save(settings);
        } catch (IOException e) {
            notSaved.accept(e);
        }
    }

    /** Waits, two seconds at most, for what is still to be written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
