package org.faultline.report.handover;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of stages, facts, faults and questions in handover codes, from the append-only list {@code numbers.txt}. */
final class Numbers {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    Numbers() {
        lines().stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).map(line -> line.split(" ")).forEach(line -> {
            numbers.put(line[0] + " " + line[2], Integer.parseInt(line[1]));
            names.put(line[0] + " " + line[1], line[2]);
        });
    }

    private static List<String> lines() {
        try (InputStream file = Numbers.class.getResourceAsStream("numbers.txt");
             BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read numbers.txt", e);
        }
    }

    /** 0 stands for a name without a number. */
    int of(String kind, String name) {
        return numbers.getOrDefault(kind + " " + name, 0);
    }

    /** Nothing where a later version gave the number away. */
    Optional<String> name(String kind, int number) {
        return Optional.ofNullable(names.get(kind + " " + number));
    }
}
