package org.faultline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The words of one properties file (UTF-8), English overlaid key by key with the file of the language asked for. Read when the first word
 * is asked for: much of what a window is made of says nothing yet when it opens.
 *
 * <p>Not a {@link java.util.ResourceBundle}: that one falls back to the language of the machine before it falls back to English,
 * and a named module cannot tell it otherwise.
 */
final class Wordbook {
    private static final String FOLDER = "/org/faultline/words/";

    private final String name;
    private final Locale locale;
    private Optional<Properties> words = Optional.empty();

    /** @param name of the file without its ending; a file that is missing counts as one without words */
    Wordbook(String name, Locale locale) {
        this.name = name;
        this.locale = locale;
    }

    private synchronized Properties words() {
        if (words.isEmpty()) {
            Properties read = new Properties();
            files(name, locale).forEach(file -> overlay(read, file));
            words = Optional.of(read);
        }
        return words.get();
    }

    /** For {@code de_AT}: the plain file, then {@code _de}, then {@code _de_AT}. */
    private static List<String> files(String name, Locale locale) {
        List<String> files = new ArrayList<>(List.of(name));
        if (!locale.getLanguage().isEmpty()) {
            files.add(name + "_" + locale.getLanguage());
        }
        if (!locale.getLanguage().isEmpty() && !locale.getCountry().isEmpty()) {
            files.add(name + "_" + locale.getLanguage() + "_" + locale.getCountry());
        }
        return files;
    }

    private static void overlay(Properties words, String file) {
        try (InputStream bytes = Wordbook.class.getResourceAsStream(FOLDER + file + ".properties")) {
            if (bytes != null) {
                words.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the words in " + file + ".properties", e);
        }
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(words().getProperty(key));
    }

    /** @throws MissingResourceException naming the file and the key */
    String get(String key) {
        return find(key).orElseThrow(() -> new MissingResourceException(
                "no words for " + key + " in " + name + ".properties", Wordbook.class.getName(), key));
    }

    Set<String> keys() {
        return words().stringPropertyNames();
    }
}
