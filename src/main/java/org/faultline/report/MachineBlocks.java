package org.faultline.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The computer's part of a report as tables. It is a nested map of plain values to which later versions add, so whatever is in it is
 * shown: single values in one table, and each list of objects as a table of its own.
 */
final class MachineBlocks {

    /** More columns fit no page; what is cut is said. */
    private static final int MOST_COLUMNS = 8;
    private static final int MOST_ROWS = 200;
    private static final int DEEPEST = 4;

    private final Texts labels;
    private final List<List<String>> single = new ArrayList<>();
    private final List<Block> tables = new ArrayList<>();

    private MachineBlocks(Texts labels) {
        this.labels = labels;
    }

    static List<Block> of(Map<String, Object> machine, Texts labels) {
        MachineBlocks blocks = new MachineBlocks(labels);
        machine.forEach((name, value) -> blocks.add(name, value, 0));
        List<Block> all = new ArrayList<>();
        if (!blocks.single.isEmpty()) {
            all.add(new Block.Table("", List.of(labels.get("column.what"), labels.get("column.value")), blocks.single));
        }
        all.addAll(blocks.tables);
        return all;
    }

    private void add(String name, Object value, int depth) {
        switch (value) {
            case Map<?, ?> map when depth < DEEPEST -> map.forEach((key, part) -> add(name + "." + key, part, depth + 1));
            case List<?> list when list.stream().anyMatch(Map.class::isInstance) -> table(name, list);
            case List<?> list when list.isEmpty() -> single.add(List.of(label(name), labels.get("machine.none")));
            default -> single.add(List.of(label(name), cell(value)));
        }
    }

    private void table(String name, List<?> list) {
        List<Map<?, ?>> maps = list.stream().filter(Map.class::isInstance).<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
        Set<String> keys = new LinkedHashSet<>();
        maps.forEach(map -> map.keySet().forEach(key -> keys.add(key.toString())));
        List<String> columns = keys.stream().limit(MOST_COLUMNS).toList();
        List<List<String>> rows = maps.stream().limit(MOST_ROWS)
            .map(map -> columns.stream().map(column -> map.containsKey(column) ? cell(map.get(column)) : "").toList()).toList();
        String cut = maps.size() > MOST_ROWS || keys.size() > MOST_COLUMNS
            ? " " + labels.get("machine.cut", rows.size(), maps.size(), columns.size(), keys.size()) : "";
        tables.add(new Block.Table(label(name) + cut, columns.stream().map(this::label).toList(), rows));
    }

    private String cell(Object value) {
        return switch (value) {
            case Boolean flag -> labels.get(flag ? "machine.yes" : "machine.no");
            case List<?> list -> list.stream().map(this::cell).collect(Collectors.joining(", "));
            case String text -> Shown.address(text);
            default -> value.toString();
        };
    }

    /** The words for it; without any, the name with its parts apart. */
    private String label(String name) {
        String key = "machine.label." + name;
        return labels.has(key) ? labels.get(key) : Shown.words(name);
    }
}
