package org.faultline.report;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words of one page, command or format, in the language asked for and in English where that has none: file
 * {@code words/BOOK.properties}, with the other languages beside it ({@code BOOK_de.properties}).
 */
public final class Texts {

    private final Wordbook book;

    /** @param book name of the file without its ending, such as {@code window} */
    public Texts(String book, Locale locale) {
        this.book = new Wordbook(book, locale);
    }

    /**
     * The text of this key, with {@code {0}}, {@code {1}}, … replaced by the values as they are. An apostrophe is an apostrophe.
     *
     * @throws MissingResourceException naming the file and the key
     */
    public String get(String key, Object... values) {
        String text = book.get(key);
        for (int number = values.length - 1; number >= 0; number--) {
            text = text.replace("{" + number + "}", String.valueOf(values[number]));
        }
        return text;
    }

    /** The text for a number of things, which is {@code {0}}: that of {@code KEY.one} where it is one and there is such a text. */
    public String counted(String key, long number, Object... more) {
        Object[] values = Stream.concat(Stream.of(number), Stream.of(more)).toArray();
        return get(number == 1 && has(key + ".one") ? key + ".one" : key, values);
    }

    /** Whether there are words for this key. */
    public boolean has(String key) {
        return book.find(key).isPresent();
    }

    public Set<String> keys() {
        return book.keys();
    }
}
