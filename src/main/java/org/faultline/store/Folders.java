package org.faultline.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where each system expects a program's files. Linux: XDG Base Directory Specification 0.8 (relative values are ignored); Windows: known
 * folders; macOS: File System Programming Guide.
 *
 * @param settings what a person chose
 * @param state    what the program remembers: history, sessions, window size
 */
public record Folders(Path settings, Path state) {

    /** @param osName as Java names it ({@code os.name}) */
    public static Folders of(String osName, Path home, Map<String, String> environment) {
        if (osName.startsWith("Windows")) {
            return new Folders(absolute(environment, "APPDATA").orElse(home.resolve("AppData/Roaming")).resolve("Faultline"),
                absolute(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local")).resolve("Faultline"));
        }
        if (osName.startsWith("Mac")) {
            Path support = home.resolve("Library/Application Support/Faultline");
            return new Folders(support, support.resolve("State"));
        }
        return new Folders(absolute(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("faultline"),
            absolute(environment, "XDG_STATE_HOME").orElse(home.resolve(".local/state")).resolve("faultline"));
    }

    /** Those of this process. Outside Windows HOME decides, as for every other program there; Java alone would ask the user database. */
    public static Folders ofThisProcess() {
        String osName = System.getProperty("os.name");
        Optional<Path> told = osName.startsWith("Windows") ? Optional.empty() : absolute(System.getenv(), "HOME");
        return of(osName, told.orElse(Path.of(System.getProperty("user.home"))), System.getenv());
    }

    private static Optional<Path> absolute(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty()).map(Path::of).filter(Path::isAbsolute);
    }
}
