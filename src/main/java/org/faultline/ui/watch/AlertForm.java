package org.faultline.ui.watch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.alert.Trouble;
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

        /** In which somebody asked for what could not be had. */
        static Optional<Field> of(Trouble.Kind kind) {
            return switch (kind) {
                case NO_PROGRAM -> Optional.of(Field.COMMAND);
                case CANNOT_LISTEN -> Optional.of(Field.LISTEN);
                case METRICS_FILE -> Optional.of(Field.METRICS_FILE);
                case NO_DESKTOP, DROPPED, NOT_DELIVERED, NOT_TOLD, NO_NOTIFICATION, COMMAND, NO_REPORT, NOT_STARTED, TOO_LONG, ENDED_WITH, DELIVERED_AT_LAST,
                    REFUSED, TRYING_AGAIN, NO_ANSWER, NOT_REACHED, ANSWERED -> Optional.empty();
            };
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

    /**
     * What cannot be used whatever is on the disk, by the end of the key of the words that say why; empty where all can. The disk itself is asked
     * on the thread of the watch, since one that is far away may never answer.
     */
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
            case COMMAND -> Wishes.command(text).map(words -> canBeAProgram(words.getFirst()) ? Optional.<String>empty() : Optional.of("command.missing"))
                .orElse(Optional.of("command.quote"));
            case LISTEN -> Wishes.loopback(text).isPresent() ? Optional.empty() : Optional.of("listen");
            case METRICS_FILE -> file(text).isPresent() ? Optional.empty() : Optional.of("metrics-file");
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

    /** A bare name or a whole path. */
    private static boolean canBeAProgram(String program) {
        try {
            Path named = Path.of(program);
            return !program.isEmpty() && (named.isAbsolute() || named.getNameCount() == 1);
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
