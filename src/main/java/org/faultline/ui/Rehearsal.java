package org.faultline.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.run.Cancellation;
import org.faultline.run.Check;
import org.faultline.run.OnlyWindow;
import org.faultline.run.Profile;
import org.faultline.run.Progress;
import org.faultline.run.Workplace;
import org.faultline.store.Settings.Consent;
import org.faultline.store.SettingsFile;
import org.faultline.ui.page.Frame;
import org.faultline.ui.page.Surroundings;
import org.faultline.ui.page.Origin;

/**
 * The window without a person, asked for by the system property {@code faultline.rehearsal}. {@code tour}: the page of the check before
 * and after its question was answered, and a verdict, from which the start-up cache learns what everybody sees; contacts nothing
 * but loopback. (Each class that it learns is linked at every start: those of the other pages cost more there than they save later.)
 * {@code third-frame}: the process makes the empty file {@code faultline.rehearsal.mark} as soon as the third frame is on the screen, and ends, so
 * that the start can be measured from outside; {@code whole-page}: as soon as that is drawn, too, which is made after the first frames.
 */
final class Rehearsal extends AnimationTimer {

    private static final int MEASURED_FRAMES = 3;
    /** What is made after the first frames is drawn as well. */
    private static final int FRAMES_UNTIL_WHOLE = 8;
    /** Until what a page loads has come and is drawn. */
    private static final int FRAMES_A_PAGE = 20;
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    /** Of the tour; a build waits for its end. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Of the toolkit, on a Linux screen; the tour is drawn into memory and does without. */
    private static final List<String> ON_A_SCREEN = List.of("ui.Size", "ui.InvokeLaterDispatcher", "ui.InvokeLaterDispatcher$Future",
        "ui.InvokeLaterDispatcher$InvokeLaterSubmitter", "ui.delegate.MenuBarDelegate", "ui.delegate.MenuDelegate", "ui.delegate.MenuItemDelegate",
        "ui.delegate.ClipboardDelegate", "ui.gtk.GtkPlatformFactory", "ui.gtk.GtkApplication", "ui.gtk.GtkWindow", "ui.gtk.GtkPixels", "ui.gtk.GtkView",
        "ui.gtk.GtkCursor", "ui.gtk.GtkRobot", "ui.gtk.GtkTimer", "ui.gtk.GtkClipboardDelegate", "ui.gtk.GtkSystemClipboard", "ui.gtk.GtkDnDClipboard");

    private final Window stage;
    private final int framesAStep;
    private final Queue<Runnable> steps;
    private final Rectangle dot = new Rectangle(1, 1);
    private int frames;

    private Rehearsal(Window stage, int framesAStep, Queue<Runnable> steps) {
        this.stage = stage;
        this.framesAStep = framesAStep;
        this.steps = steps;
        dot.setManaged(false);
        if (stage.getScene().getRoot() instanceof Pane pane) {
            pane.getChildren().add(dot);
        }
    }

    /**
     * Begins what the property asks for; without it, nothing.
     *
     * @param place left before a measured end: Java waits 0.3 s for a thread that waits for visitors
     */
    static void begin(Frame frame, List<String> pages, Surroundings around, OnlyWindow place) {
        switch (System.getProperty("faultline.rehearsal", "")) {
            case "tour" -> new Rehearsal(frame.window(), FRAMES_A_PAGE, tour(frame, pages, around)).start();
            case "third-frame" -> new Rehearsal(frame.window(), MEASURED_FRAMES + 1, end(place)).start();
            case "whole-page" -> new Rehearsal(frame.window(), FRAMES_UNTIL_WHOLE + 1, end(place)).start();
            default -> { }
        }
    }

    private static Queue<Runnable> tour(Frame frame, List<String> pages, Surroundings around) {
        CompletableFuture<Report> report = new CompletableFuture<>();
        Thread.ofPlatform().name("rehearsal").daemon().start(() -> complete(report, around.workplace()));
        Thread.ofPlatform().name("rehearsal-end").daemon().start(Rehearsal::endWithoutEnd);
        ON_A_SCREEN.forEach(Rehearsal::meet);
        Queue<Runnable> steps = new ArrayDeque<>();
        steps.add(() -> frame.go(pages.getFirst()));
        steps.add(() -> {
            around.choices().change(settings -> settings.with(Consent.ACCEPTED));
            frame.go(pages.getFirst());
        });
        steps.add(() -> frame.show(report.join(), new Origin.Here()));
        // As the next start does: what was chosen is most likely written by now.
        steps.add(() -> new SettingsFile(around.folders()).load());
        steps.add(() -> frame.window().hide());
        return steps;
    }

    private static void meet(String name) {
        try {
            Class.forName("com.sun.glass." + name, false, Rehearsal.class.getClassLoader());
        } catch (ClassNotFoundException _) {
            // Another system's, or a later toolkit's: it is then read when it is needed.
        }
    }

    /** Whoever waits for it is to hear of a failure, not to wait for ever. */
    private static void complete(CompletableFuture<Report> report, Workplace workplace) {
        try {
            report.complete(loopback(workplace));
        } catch (RuntimeException | Error e) {
            report.completeExceptionally(e);
        }
    }

    private static Report loopback(Workplace workplace) {
        return new Check(Profile.DEFAULT.withoutExternal(), EnumSet.of(Stage.LOOPBACK_IPV4, Stage.LOOPBACK_IPV6), DEADLINE)
            .run(workplace, new Cancellation(), Progress.NONE);
    }

    /** A toolkit whose thread has died leaves a process that never ends. */
    private static void endWithoutEnd() {
        LockSupport.parkNanos(LONGEST.toNanos());
        Runtime.getRuntime().halt(1);
    }

    /** Without the farewell of the toolkit, which nobody waits for. */
    private static Queue<Runnable> end(OnlyWindow place) {
        return new ArrayDeque<>(List.of(() -> {
            mark();
            place.close();
            Runtime.getRuntime().halt(0);
        }));
    }

    private static void mark() {
        Optional.ofNullable(System.getProperty("faultline.rehearsal.mark")).map(Path::of).ifPresent(file -> {
            try {
                Files.createFile(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make " + file, e);
            }
        });
    }

    /** Called when the frame before is drawn: the toolkit waits for that before it begins the next. The dot gives each something to draw. */
    @Override
    public void handle(long now) {
        frames++;
        dot.setFill(frames % 2 == 0 ? Color.WHITE : Color.BLACK);
        if (frames % framesAStep == 0) {
            Optional.ofNullable(steps.poll()).ifPresentOrElse(Runnable::run, this::stop);
        }
    }
}
