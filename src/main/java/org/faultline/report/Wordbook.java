package org.faultline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of one properties file (UTF-8), English overlaid key by key with the file of the language asked for. Read when the first word
 * is asked for: much of what a window is made of says nothing yet when it opens.
 *
 * <p>Each file is a {@link ResourceBundle} of its own, which Java reads once and keeps: there are half a megabyte of words. As bundles
 * of one another they would fall back to the language of the machine before they fall back to English, and a named module cannot
 * tell them otherwise.
 */
final class Wordbook {

    private static final String FOLDER = "org.faultline.words.";

    private final String name;
    private final Locale locale;
    /** The closest language first; empty until the first word is asked for. */
    private Optional<List<ResourceBundle>> files = Optional.empty();

    /** @param name of the file without its ending; a file that is missing counts as one without words */
    Wordbook(String name, Locale locale) {
        this.name = name;
        this.locale = locale;
    }

    private synchronized List<ResourceBundle> files() {
        if (files.isEmpty()) {
            files = Optional.of(names().stream().flatMap(Wordbook::read).toList());
        }
        return files.get();
    }

    /** For {@code de_AT}: {@code _de_AT}, then {@code _de}, then the plain file. */
    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(name));
        if (!locale.getLanguage().isEmpty()) {
            names.addFirst(name + "_" + locale.getLanguage());
        }
        if (!locale.getLanguage().isEmpty() && !locale.getCountry().isEmpty()) {
            names.addFirst(name + "_" + locale.getLanguage() + "_" + locale.getCountry());
        }
        return names;
    }

    private static Stream<ResourceBundle> read(String file) {
        try {
            return Stream.of(ResourceBundle.getBundle(FOLDER + file, Locale.ROOT));
        } catch (MissingResourceException e) {
            return Stream.empty();
        }
    }

    Optional<String> find(String key) {
        return files().stream().filter(file -> file.containsKey(key)).findFirst().map(file -> file.getString(key));
    }

    /** @throws MissingResourceException naming the file and the key */
    String get(String key) {
        return find(key).orElseThrow(() -> new MissingResourceException(
                "no words for " + key + " in " + name + ".properties", Wordbook.class.getName(), key));
    }

    Set<String> keys() {
        return files().stream().flatMap(file -> file.keySet().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
