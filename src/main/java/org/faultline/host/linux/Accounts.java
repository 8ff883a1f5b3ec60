package org.faultline.host.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The names of this machine's own accounts by number (passwd(5)); those of a directory service stay numbers. */
record Accounts(Map<Integer, String> names) {

    private static final int MOST_BYTES = 1 << 20;

    static Accounts of(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return parse(new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (IOException _) {
            return new Accounts(Map.of());
        }
    }

    /** {@code name:password:number:…}; the first line of a number counts, lines that do not fit are passed over. */
    static Accounts parse(String text) {
        Map<Integer, String> names = new HashMap<>();
        text.lines().map(line -> line.split(":", 4)).filter(fields -> fields.length == 4 && fields[2].matches("[0-9]{1,9}"))
            .forEach(fields -> names.putIfAbsent(Integer.parseInt(fields[2]), fields[0]));
        return new Accounts(names);
    }

    String name(int number) {
        return names.getOrDefault(number, Integer.toString(number));
    }
}
