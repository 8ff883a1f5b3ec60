package org.faultline.ui.watch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.alert.Wishes;
import org.faultline.store.Settings;

/**
 * Who is to be told, as a person writes it into the page; remembered between two starts.
 *
 * @param texts what stands in each field; one that is not in it is empty
 */
record AlertForm(boolean desktop, Map<Field, String> texts) {

    static final AlertForm EMPTY = new AlertForm(false, Map.of());

    private static final String KEY = "watchAlerts";
    private static final String NOTIFY = "notify";
    private static final int LONGEST = 2_000;

    /** @param id its key in the settings, in the words and on the page */
    enum Field {
        WEBHOOK("webhook"), COMMAND("command"), LISTEN("listen"), METRICS_FILE("metrics-file");

        private final String id;

        Field(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    AlertForm {
        Map<Field, String> kept = new EnumMap<>(Field.class);
        texts.forEach((field, text) -> Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty()).ifPresent(stripped -> kept.put(field, stripped)));
        texts = Map.copyOf(kept);
    }

    /** What was remembered; what cannot be read is as if it had never been there. */
    static AlertForm of(Settings settings) {
        if (!(settings.more().get(KEY) instanceof Map<?, ?> kept)) {
            return EMPTY;
        }
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (kept.get(field.id()) instanceof String text && text.length() <= LONGEST) {
                texts.put(field, text);
            }
        }
        return new AlertForm(Boolean.TRUE.equals(kept.get(NOTIFY)), texts);
    }

    Settings remembered(Settings settings) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put(NOTIFY, desktop);
        texts.forEach((field, text) -> kept.put(field.id(), text));
        Map<String, Object> more = new LinkedHashMap<>(settings.more());
        more.put(KEY, kept);
        return settings.withMore(more);
    }

    String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    /** How many ways of telling somebody are wanted. */
    int ways() {
        return texts.size() + (desktop ? 1 : 0);
    }

    /** What cannot be used, by the end of the key of the words that say why; empty where all can. */
    Map<Field, String> problems() {
        Map<Field, String> problems = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            Optional.of(text(field)).filter(text -> !text.isEmpty()).flatMap(text -> problem(field, text)).ifPresent(why -> problems.put(field, why));
        }
        return problems;
    }

    private static Optional<String> problem(Field field, String text) {
        if (text.length() > LONGEST) {
            return Optional.of("long");
        }
        return switch (field) {
            case WEBHOOK -> Wishes.webhook(text).isPresent() ? Optional.empty() : Optional.of("webhook");
            case COMMAND -> Wishes.command(text).map(words -> programExists(words.getFirst()) ? Optional.<String>empty() : Optional.of("command.missing"))
                .orElse(Optional.of("command.quote"));
            case LISTEN -> Wishes.loopback(text).isPresent() ? Optional.empty() : Optional.of("listen");
            case METRICS_FILE -> file(text).map(file -> Files.isDirectory(file.getParent()) && !Files.isDirectory(file) ? Optional.<String>empty()
                : Optional.of("metrics-file.folder")).orElse(Optional.of("metrics-file"));
        };
    }

    /** Whole paths only: nobody knows in which folder a window was started. */
    private static Optional<Path> file(String text) {
        try {
            return Optional.of(Path.of(text)).filter(file -> file.isAbsolute() && file.getParent() != null);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static boolean programExists(String program) {
        try {
            Path named = Path.of(program);
            if (named.getNameCount() > 1 || named.isAbsolute()) {
                return named.isAbsolute() && Files.isRegularFile(named) && Files.isExecutable(named);
            }
            String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
            return Arrays.stream(path.split(File.pathSeparator)).filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable) || System.getProperty("os.name").startsWith("Windows");
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /** To be asked for where there are no {@link #problems}. */
    Wishes wishes() {
        return new Wishes(desktop, Wishes.webhook(text(Field.WEBHOOK)), Wishes.command(text(Field.COMMAND)).orElse(List.of()),
            Wishes.loopback(text(Field.LISTEN)), Optional.of(text(Field.METRICS_FILE)).filter(text -> !text.isEmpty()).flatMap(AlertForm::file));
    }
}
