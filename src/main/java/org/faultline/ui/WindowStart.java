package org.faultline.ui;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;

/** Opens the window, where there is a display to open it on. */
public final class WindowStart {

    private WindowStart() { }

    /**
     * Shows the window and returns when it was closed.
     *
     * @param osName as Java names it ({@code os.name})
     * @param file   a saved report to show
     * @return why there is no window; empty when it was shown
     */
    public static Optional<String> open(String osName, Map<String, String> environment, Optional<Path> file) {
        if (withoutDisplay(osName, environment)) {
            return Optional.of("no display (neither DISPLAY nor WAYLAND_DISPLAY is set)");
        }
        Ahead.begin();
        try {
            Application.launch(WindowApp.class, file.map(Path::toString).stream().toArray(String[]::new));
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            if (WindowApp.shown()) {
                throw e;
            }
            return Optional.of(rootOf(e));
        }
    }

    /** Where the toolkit draws into memory ({@code -Dglass.platform=Headless}), it needs none. */
    private static boolean withoutDisplay(String osName, Map<String, String> environment) {
        boolean needed = !osName.startsWith("Windows") && !osName.startsWith("Mac")
            && !"Headless".equals(System.getProperty("glass.platform"));
        return needed && Stream.of("DISPLAY", "WAYLAND_DISPLAY").allMatch(name -> environment.getOrDefault(name, "").isEmpty());
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.getClass().getSimpleName());
    }
}
