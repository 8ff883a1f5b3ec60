package org.faultline.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.faultline.model.Report;
import org.faultline.report.Texts;
import org.faultline.store.GuidedSessions;
import org.faultline.ui.guided.GuidedPage;
import org.faultline.ui.page.AfterFrames;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Page;
import org.faultline.ui.page.PageEntry;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.page.Origin;
import org.faultline.ui.wizard.QuickCheckPage;

/** The one window: the way between its pages, its keys, and what pages ask of it. */
final class Window implements Frame {

    /** The page that hands over the report of the page from which one comes to it. */
    private static final String EXPORT = "export";

    /** So old may a session be that the window opens on by itself. */
    private static final Duration RESUMED = Duration.ofHours(12);

    private final Stage stage;
    private final Surroundings around;
    private final MadePages pages;
    private final ReportFiles files;
    private Texts words;
    private WindowView view;
    private PageEntry front;
    /** The page that was left last with a report on it, or about to have one. */
    private Optional<PageEntry> shownLast = Optional.empty();

    Window(Stage stage, Surroundings around, List<PageEntry> entries) {
        this.stage = stage;
        this.around = around;
        this.pages = new MadePages(around, this, entries);
        this.front = pages.first();
        this.files = new ReportFiles(around, this);
        furnish();
        AfterFrames.run(this::menu);
    }

    /** Everything that speaks, in the language chosen now. */
    private void furnish() {
        words = around.texts("window");
        view = new WindowView(words, pages.entries(), pages.titles(), this::go);
    }

    private void menu() {
        view.menu(Menus.bar(around, this, pages.entries(), pages.titles()));
    }

    /**
     * Another language: the pages are made anew. Those that last go on with their runs and what they found, also a guided session with what
     * is being measured.
     */
    private void speakAnew(Scene scene) {
        Map<String, Page> before = pages.anew();
        furnish();
        menu();
        scene.setRoot(view.root());
        before.forEach((id, page) -> page(id).ifPresent(made -> made.takeOver(page)));
        go(front.id());
    }

    /** The content with its looks and keys, this wide and high. Call once. */
    Scene scene(double width, double height) {
        Scene scene = new Scene(view.root(), width, height);
        Theme.follow(scene, around.choices());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        files.acceptDropsOn(scene);
        around.choices().property().addListener((_, before, now) -> {
            if (!before.locale().equals(now.locale())) {
                speakAnew(scene);
            }
        });
        go(front.id());
        return scene;
    }

    /** Shows the window, on this report where one is given. Nothing is probed before a person asks for it. */
    void open(Optional<Path> file) {
        stage.setScene(scene(Placing.width(), Placing.height()));
        stage.setTitle(words.get("window.title"));
        new Placing(stage, around.choices()).begin();
        stage.show();
        around.choices().problems().stream().findFirst()
            .ifPresent(_ -> problem(words.get("settings.unreadable"), String.join("\n", around.choices().problems())));
        AfterFrames.run(() -> AppIcon.on(stage));
        file.ifPresentOrElse(files::open, () -> AfterFrames.run(this::resume));
    }

    /** A guided session that was on the screen when the program ended, by a power cut or a person, is on the screen again; not where a check was begun meanwhile. */
    void resume() {
        GuidedSessions sessions = new GuidedSessions(around.folders());
        Thread.ofPlatform().name("resume").daemon().start(() -> {
            if (sessions.waits(around.clock().instant().minus(RESUMED))) {
                around.uiThread().run(() -> {
                    if (has(GuidedPage.ID) && front == pages.first() && !front().lasts() && report().isEmpty()) {
                        go(GuidedPage.ID);
                    }
                });
            }
        });
    }

    /** A second start of the program: comes to the front and shows the file that it was to show. */
    void visited(Optional<Path> file) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        file.ifPresent(files::open);
    }

    Surroundings around() {
        return around;
    }

    void askForFile() {
        files.askForFile();
    }

    void save() {
        files.save();
    }

    /** The page that exports, where there is one. */
    void export() {
        if (has(EXPORT)) {
            go(EXPORT);
        } else {
            save();
        }
    }

    void copySummary() {
        if (!front().copy()) {
            page(QuickCheckPage.ID).ifPresent(Page::copy);
        }
    }

    void close() {
        stage.close();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.F5) {
            again();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && front().cancel()) {
            event.consume();
        } else if (event.getCode() == KeyCode.F && event.isShortcutDown()) {
            front().find();
            event.consume();
        }
    }

    /** F5. */
    void again() {
        if (!front().again()) {
            go(QuickCheckPage.ID);
            front().again();
        }
    }

    /** The settings could not be written. */
    void notSaved(IOException why) {
        tell(words.get("settings.not-saved", why.getMessage()));
    }

    /** Ends what the pages have going on. */
    void closed() {
        pages.close();
    }

    @Override
    public boolean has(String page) {
        return pages.entry(page).isPresent();
    }

    @Override
    public void go(String id) {
        PageEntry wanted = pages.entry(id).orElseThrow(() -> new IllegalArgumentException("no page " + id));
        Optional<Report> seen = id.equals(EXPORT) ? report() : Optional.empty();
        if (pages.isMade(front) && front != wanted) {
            front().hidden();
            shownLast = Optional.of(front).filter(left -> hasToTell(left)).or(() -> shownLast);
        }
        boolean other = front != wanted;
        front = wanted;
        Page page = pages.of(wanted);
        view.show(wanted, page);
        if (other) {
            tell("");
        }
        page.shown();
        seen.ifPresent(report -> page.show(report, new Origin.Here()));
    }

    /** A check that goes on will have a report; what exports has that of another. */
    private boolean hasToTell(PageEntry left) {
        Page page = pages.of(left);
        return !left.id().equals(EXPORT) && !page.byItself() && (page.report().isPresent() || left.id().equals(QuickCheckPage.ID) && page.lasts());
    }

    @Override
    public Optional<Page> page(String id) {
        return pages.of(id);
    }

    @Override
    public Page front() {
        return pages.of(front);
    }

    @Override
    public void show(Report report, Origin origin) {
        go(QuickCheckPage.ID);
        front().show(report, origin);
    }

    @Override
    public Optional<Report> report() {
        List<Page> latest = Stream.of(Optional.of(front()), shownLast.map(pages::of), page(QuickCheckPage.ID)).flatMap(Optional::stream).toList();
        return latest.stream().filter(page -> !page.byItself()).map(Page::report).flatMap(Optional::stream).findFirst().or(() -> front().report());
    }

    @Override
    public void tell(String sentence) {
        view.tell(sentence);
    }

    @Override
    public void problem(String sentence, String details) {
        new Dialogs(stage, around.choices()).problem(words, sentence, details);
    }

    @Override
    public void note(String head, String sentence) {
        new Dialogs(stage, around.choices()).note(words, head, sentence);
    }

    @Override
    public void ask(String question, String action, Runnable yes) {
        new Dialogs(stage, around.choices()).ask(words, question, action, yes);
    }

    @Override
    public javafx.stage.Window window() {
        return stage;
    }
}
