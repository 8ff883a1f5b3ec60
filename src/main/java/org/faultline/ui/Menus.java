package org.faultline.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.faultline.report.Texts;
import org.faultline.ui.handover.HandoverPage;
import org.faultline.ui.page.PageEntry;
import org.faultline.ui.page.Surroundings;

/** The menu bar: everything that the window can do, with its key. */
final class Menus {

    /** Pages that have a digit: as many as there are on the keyboard. */
    private static final int DIGITS = 9;

    private final Texts words;
    private final Surroundings around;
    private final Window window;
    private final Map<String, String> titles;

    private Menus(Surroundings around, Window window, Map<String, String> titles) {
        this.around = around;
        this.titles = titles;
        this.words = around.texts("menu");
        this.window = window;
    }

    /** @param titles of the pages, by their id */
    static MenuBar bar(Surroundings around, Window window, List<PageEntry> pages, Map<String, String> titles) {
        Menus menus = new Menus(around, window, titles);
        MenuBar bar = new MenuBar(menus.file(pages), menus.check(), menus.pages(pages), menus.help());
        bar.setId("menu");
        bar.setUseSystemMenuBar(true);
        return bar;
    }

    private Menu file(List<PageEntry> pages) {
        MenuItem code = plain("code", () -> goAndFind(HandoverPage.ID));
        code.setVisible(pages.stream().anyMatch(page -> page.id().equals(HandoverPage.ID)));
        return menu("file",
            item("open", window::askForFile, key(KeyCode.O)), code,
            item("save", window::save, key(KeyCode.S)),
            item("export", window::export, key(KeyCode.E)),
            new SeparatorMenuItem(),
            item("settings", () -> window.go("settings"), key(KeyCode.COMMA)),
            item("quit", window::close, key(KeyCode.Q)));
    }

    /** The keyboard comes along: whoever came by a key goes on by keys. */
    private void goAndFind(String page) {
        window.go(page);
        window.front().find();
    }

    private Menu check() {
        MenuItem cancel = item("cancel", () -> window.front().cancel(), new KeyCodeCombination(KeyCode.ESCAPE));
        Menu menu = menu("check",
            item("check", () -> window.again(), new KeyCodeCombination(KeyCode.F5)),
            cancel,
            new SeparatorMenuItem(),
            item("copy", window::copySummary, key(KeyCode.C)),
            item("find", () -> window.front().find(), key(KeyCode.F)));
        // The key itself goes past the menu.
        menu.setOnShowing(_ -> cancel.setDisable(!window.front().working()));
        return menu;
    }

    private Menu pages(List<PageEntry> entries) {
        return menu("pages", IntStream.range(0, entries.size()).mapToObj(at -> page(entries.get(at), at)).toArray(MenuItem[]::new));
    }

    private MenuItem page(PageEntry entry, int at) {
        MenuItem item = new MenuItem(titles.get(entry.id()));
        item.setId("menu-page-" + entry.id());
        item.setOnAction(_ -> window.go(entry.id()));
        if (at < DIGITS) {
            item.setAccelerator(key(KeyCode.valueOf("DIGIT" + (at + 1))));
        }
        return item;
    }

    private Menu help() {
        return menu("help",
            item("help", () -> goAndFind("help"), new KeyCodeCombination(KeyCode.F1)),
            plain("loopback", () -> window.go("help", "loopback")),
            plain("keys", () -> window.go("help", "keys")),
            new SeparatorMenuItem(),
            plain("about", () -> new About(around).show(window.window())));
    }

    private Menu menu(String name, MenuItem... items) {
        Menu menu = new Menu(words.get("menu." + name));
        menu.setId("menu-" + name);
        menu.getItems().setAll(items);
        return menu;
    }

    private MenuItem item(String name, Runnable action, KeyCombination key) {
        MenuItem item = plain(name, action);
        item.setAccelerator(key);
        return item;
    }

    private MenuItem plain(String name, Runnable action) {
        MenuItem item = new MenuItem(words.get("item." + name));
        item.setId("item-" + name);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
