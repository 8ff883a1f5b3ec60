package org.faultline.ui.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;

/** The name that a file gets when a person has typed one. */
public final class FileName {

    private static final int MOST_NAMESAKES = 100;

    private FileName() { }

    /**
     * A name without the ending, or with the end of it alone, gets the whole of it, by which every dialog and every desktop knows what is in the
     * file: {@code mycheck} and {@code mycheck.json} become {@code mycheck.faultline.json}.
     *
     * @param ending without the first dot
     */
    public static Path ended(Path chosen, String ending) {
        String name = chosen.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("." + ending)) {
            return chosen;
        }
        String end = ending.substring(ending.lastIndexOf('.') + 1);
        String bare = lower.endsWith("." + end) ? name.substring(0, name.length() - end.length() - 1) : name;
        // The desktop has asked whether the chosen file may be replaced, and not about another one.
        return IntStream.range(1, MOST_NAMESAKES).mapToObj(number -> chosen.resolveSibling(bare + (number == 1 ? "" : "-" + number) + "." + ending))
            .filter(Files::notExists).findFirst().orElse(chosen);
    }
}
