package org.faultline.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.faultline.store.Settings;
import org.faultline.ui.page.Choices;

/** How the window looks: style sheet, fonts, light or dark, size of the text; follows the person's choice and the system while it is open. */
final class Theme {

    static final String SHEET = "/org/faultline/ui/faultline.css";

    /** Pixels at 100 %. */
    private static final double TEXT = 13;

    /** From here on icons stand for words where room is dear. */
    private static final int LARGE = 150;

    private static final List<String> FONTS = List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf", "JetBrainsMono-Regular.ttf");

    private final Scene scene;
    private final Choices choices;

    private Theme(Scene scene, Choices choices) {
        this.scene = scene;
        this.choices = choices;
    }

    /**
     * From now on the scene looks as chosen.
     *
     * @return ends that; else the settings know the scene for good
     */
    static Runnable follow(Scene scene, Choices choices) {
        fonts();
        scene.getStylesheets().add(Theme.class.getResource(SHEET).toExternalForm());
        Theme theme = new Theme(scene, choices);
        InvalidationListener again = _ -> theme.apply();
        choices.property().addListener(again);
        scene.getPreferences().colorSchemeProperty().addListener(again);
        scene.rootProperty().addListener(again);
        theme.apply();
        return () -> choices.property().removeListener(again);
    }

    /** Those of the program, read when first asked for; the first is that of its text. */
    static List<Font> fonts() {
        return Fonts.LOADED;
    }

    private static final class Fonts {
        private static final List<Font> LOADED = FONTS.stream().map(Theme::load).toList();
    }

    private static Font load(String file) {
        try (InputStream bytes = Theme.class.getResourceAsStream("/org/faultline/fonts/" + file)) {
            return Font.loadFont(bytes, TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + file, e);
        }
    }

    private void apply() {
        Settings chosen = choices.now();
        switch (chosen.look()) {
            case SYSTEM -> scene.getPreferences().setColorScheme(null);
            case LIGHT -> scene.getPreferences().setColorScheme(ColorScheme.LIGHT);
            case DARK -> scene.getPreferences().setColorScheme(ColorScheme.DARK);
        }
        set("large-text", chosen.textPercent() >= LARGE);
        set("dark", switch (chosen.look()) {
            case SYSTEM -> scene.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        });
        scene.getRoot().setStyle("-fx-font-size: " + TEXT * chosen.textPercent() / 100 + "px;");
    }

    private void set(String styleClass, boolean wanted) {
        List<String> classes = scene.getRoot().getStyleClass();
        if (wanted && !classes.contains(styleClass)) {
            classes.add(styleClass);
        } else if (!wanted) {
            classes.remove(styleClass);
        }
    }
}
