package org.faultline.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.faultline.json.BadJson;
import org.faultline.json.JsonText;
import org.faultline.json.Place;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.faultline.store.Settings.Placement;

/**
 * {@code settings.json}: the settings as a file. What cannot be read keeps its default and is told; the file as it was is then kept
 * beside it as {@code settings.unreadable.json}, so that nothing a person wrote is lost.
 */
public final class SettingsFile {

    private static final int LONGEST = 1 << 20;
    private static final int NARROWEST = 200;
    private static final int WIDEST = 20_000;

    private static final Set<String> KEYS = Set.of("consent", "look", "language", "textPercent", "window", "profile", "more");

    private final Path file;

    public SettingsFile(Folders folders) {
        this.file = folders.settings().resolve("settings.json");
    }

    /** @param problems what could not be used and where, as whole sentences; empty when all is well */
    public record Loaded(Settings settings, List<String> problems) {
        public Loaded {
            problems = List.copyOf(problems);
        }
    }

    public Path file() {
        return file;
    }

    /** Never fails: without a file, or with one that cannot be used, the defaults stand. */
    public Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Settings.DEFAULT, List.of());
        }
        Reading reading = new Reading();
        Settings settings = reading.settings(file);
        if (!reading.problems.isEmpty()) {
            reading.problems.addAll(keptAside());
        }
        return new Loaded(settings, reading.problems);
    }

    /** The same for whoever only reads along: says nothing of what could not be used, and keeps no copy of it. */
    public Settings quietly() {
        return Files.exists(file) ? new Reading().settings(file) : Settings.DEFAULT;
    }

    private List<String> keptAside() {
        Path aside = file.resolveSibling("settings.unreadable.json");
        try {
            Files.deleteIfExists(aside);
            Readers.OWNER.create(aside);
            try (OutputStream copy = Files.newOutputStream(aside)) {
                Files.copy(file, copy);
            }
            return List.of(aside.toString());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Writes the whole file or leaves the old one. Nobody else may read it: who knows the address of a webhook can post to it. */
    public void save(Settings settings) throws IOException {
        PrivateFolder.make(file.getParent());
        SafeFile.writePrivately(file, JsonText.write(document(settings)));
    }

    private static Map<String, Object> document(Settings settings) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("consent", id(settings.consent()));
        document.put("look", id(settings.look()));
        document.put("language", settings.language());
        document.put("textPercent", settings.textPercent());
        settings.window().ifPresent(window -> document.put("window", placement(window)));
        document.put("profile", settings.profile());
        document.put("more", settings.more());
        return document;
    }

    private static Map<String, Object> placement(Placement window) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("x", window.x());
        document.put("y", window.y());
        document.put("width", window.width());
        document.put("height", window.height());
        document.put("maximized", window.maximized());
        return document;
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** One reading of the file, which notes what it could not use. */
    private final class Reading {

        private final List<String> problems = new ArrayList<>();

        Settings settings(Path file) {
            try {
                return settings(JsonText.read(bytes(file), LONGEST, "settings"));
            } catch (BadJson | IOException e) {
                problems.add(e instanceof BadJson ? e.getMessage() : "settings: cannot read " + file + " (" + e.getClass().getSimpleName() + ")");
                return Settings.DEFAULT;
            }
        }

        private Settings settings(Place root) {
            Settings usual = Settings.DEFAULT;
            root.object().keySet().stream().filter(key -> !KEYS.contains(key)).sorted()
                .forEach(key -> problems.add(new BadJson("settings." + key, "there is no such key").getMessage()));
            return new Settings(
                of(root, "consent", place -> oneOf(place, Consent.values())).orElse(usual.consent()),
                of(root, "look", place -> oneOf(place, Look.values())).orElse(usual.look()),
                of(root, "language", SettingsFile::language).orElse(usual.language()),
                of(root, "textPercent", SettingsFile::percent).orElse(usual.textPercent()),
                of(root, "window", SettingsFile::placement),
                of(root, "profile", this::profile).orElse(usual.profile()),
                of(root, "more", Place::object).orElse(usual.more()));
        }

        private <T> Optional<T> of(Place root, String key, Function<Place, T> reader) {
            try {
                return root.optional(key).map(reader);
            } catch (BadJson e) {
                problems.add(e.getMessage());
                return Optional.empty();
            }
        }

        private Map<String, Object> profile(Place place) {
            Map<String, Object> profile = place.object();
            Settings.DEFAULT.withProfile(profile).chosenProfile(file.toAbsolutePath().getParent());
            return profile;
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(LONGEST + 1);
        }
    }

    private static <E extends Enum<E>> E oneOf(Place place, E[] values) {
        String text = place.text();
        return Stream.of(values).filter(value -> id(value).equals(text)).findFirst()
            .orElseThrow(() -> place.refuse(place + " is none of " + String.join(", ", Stream.of(values).map(SettingsFile::id).toList())));
    }

    private static String language(Place place) {
        if (!place.text().matches("([a-z]{2,3}(-[A-Z]{2})?)?")) {
            throw place.refuse(place + " is not a language such as en or de");
        }
        return place.text();
    }

    private static int percent(Place place) {
        int percent = place.wholeNumber();
        if (percent < Settings.SMALLEST_TEXT || percent > Settings.LARGEST_TEXT) {
            throw place.refuse(place + " is not between " + Settings.SMALLEST_TEXT + " and " + Settings.LARGEST_TEXT);
        }
        return percent;
    }

    private static Placement placement(Place place) {
        return new Placement(coordinate(place.field("x"), -WIDEST), coordinate(place.field("y"), -WIDEST),
            coordinate(place.field("width"), NARROWEST), coordinate(place.field("height"), NARROWEST),
            Boolean.TRUE.equals(place.field("maximized").value()));
    }

    private static double coordinate(Place place, double least) {
        double number = place.number();
        if (number < least || number > WIDEST) {
            throw place.refuse(place + " is no place on a screen");
        }
        return number;
    }
}
