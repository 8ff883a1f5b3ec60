package org.faultline.ui.tree;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.faultline.model.Diagnosis;
import org.faultline.scenario.Scenario;

/**
 * How long a frame takes while the whole tree, every stage and branch open, is panned under the pointer: 600 frames along a figure of
 * eight, each moved by some 20 pixels, after 120 to warm up. Prints median, 95th percentile and longest interval between two frames; and
 * what one frame cost the processor in the thread that draws and in the one that lays out, which holds on a busy machine as well.
 *
 * <pre>java -Dglass.platform=Headless -Dprism.order=sw … org.faultline.ui.tree.PanBench
 * xvfb-run java -Dprism.order=sw … org.faultline.ui.tree.PanBench</pre>
 */
public final class PanBench {

    private static final int WARM_UP = 120;
    private static final int FRAMES = 600;

    private PanBench() { }

    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** A window with nothing but the tree. */
    public static final class Window extends Application {

        private final double[] intervals = new double[WARM_UP + FRAMES];
        private final double[] drawing = new double[WARM_UP + FRAMES];
        private final double[] layout = new double[WARM_UP + FRAMES];
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private long drawn;
        private long laidOut;
        private long last = System.nanoTime();
        private int frame;

        @Override
        public void start(Stage stage) {
            Diagnosis diagnosis = Scenario.named("external/healthy-home").report().diagnosis();
            TreeView tree = new TreeView(Locale.ENGLISH);
            Scene scene = new Scene(new StackPane(tree), 960, 720);
            scene.getStylesheets().add(TreeView.class.getResource("/org/faultline/ui/faultline.css").toExternalForm());
            stage.setScene(scene);
            stage.show();
            tree.show(diagnosis, Optional.empty(), false);
            tree.openEverything();
            Viewport viewport = (Viewport) tree.lookup("#tree-viewport");
            viewport.zoom(1 / viewport.zoom(), 0, 0, false);
            Node sheet = viewport.getChildrenUnmodifiable().getFirst();
            System.out.printf("%d nodes, sheet %.0f x %.0f, window %.0f x %.0f%n", count(sheet), sheet.getLayoutBounds().getWidth(),
                sheet.getLayoutBounds().getHeight(), viewport.getWidth(), viewport.getHeight());
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulse(viewport, this);
                }
            }.start();
        }

        private void pulse(Viewport viewport, AnimationTimer timer) {
            long now = System.nanoTime();
            if (frame == intervals.length) {
                timer.stop();
                print("between two frames", intervals);
                print("processor time to draw one", drawing);
                print("processor time to lay one out", layout);
                Platform.exit();
                return;
            }
            long drawnNow = cpu("QuantumRenderer");
            long laidOutNow = cpu("JavaFX Application Thread");
            drawing[frame] = (drawnNow - drawn) / 1e6;
            layout[frame] = (laidOutNow - laidOut) / 1e6;
            drawn = drawnNow;
            laidOut = laidOutNow;
            intervals[frame++] = (now - last) / 1e6;
            last = now;
            double angle = frame * 2 * Math.PI / 240;
            viewport.pan(-20 * Math.cos(angle), -12 * Math.sin(2 * angle));
        }

        private long cpu(String name) {
            return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds())).filter(thread -> thread != null && thread.getThreadName().startsWith(name))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId())).sum();
        }

        private static void print(String what, double[] times) {
            double[] sorted = Arrays.stream(times).skip(WARM_UP).sorted().toArray();
            System.out.printf(Locale.ROOT, "%s: median %.1f ms, p95 %.1f ms, max %.1f ms, mean %.1f ms%n", what, sorted[FRAMES / 2],
                sorted[FRAMES * 95 / 100], sorted[FRAMES - 1], Arrays.stream(sorted).average().orElse(0));
        }

        private static int count(Node node) {
            return 1 + (node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().mapToInt(Window::count).sum() : 0);
        }
    }
}
