package org.faultline.lab.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.json.JsonText;

/**
 * What the program under test said: its JSON report, as far as the lab judges it, and how it ended.
 *
 * @param severities of each finding, by code
 * @param verdictMs  from the start of the check to the moment at which what the verdict names was certain, by the program's own clock; a
 *                   warning is certain before the run ends
 * @param wallMs     of the whole command
 */
record Heard(String status, String stage, String code, Map<String, String> severities, double verdictMs, double wallMs,
             int exitCode, String json) {

    /** Many times what a report is long. */
    private static final int LONGEST = 1 << 24;

    /** Reads a report (contract, "Report"); anything else becomes status {@code no-report} with the reason as its code. */
    static Heard of(String json, String errors, int exitCode, double wallMs) {
        try {
            Map<String, Object> report = map(JsonText.read(json.getBytes(StandardCharsets.UTF_8), LONGEST, "report").value());
            Map<String, Object> verdict = map(report.get("verdict"));
            return new Heard(text(verdict, "status"), text(verdict, "stage"), text(verdict, "code"), severities(report),
                number(named(report, text(verdict, "code")), "atMs").or(() -> number(verdict, "atMs")).or(() -> number(report, "elapsedMs")).orElse(wallMs), wallMs, exitCode, json);
        } catch (RuntimeException e) {
            return new Heard("no-report", "", (errors.isBlank() ? e.toString() : errors.strip()).lines().findFirst().orElse(""),
                Map.of(), wallMs, wallMs, exitCode, json);
        }
    }

    private static Map<String, Object> named(Map<String, Object> report, String code) {
        List<?> findings = report.get("findings") instanceof List<?> list ? list : List.of();
        return findings.stream().map(Heard::map).filter(finding -> text(finding, "code").equals(code)).findFirst().orElse(Map.of());
    }

    boolean tells(String finding) {
        return severities.containsKey(finding);
    }

    /** Codes of warnings and faults, which a harmless network must not have. */
    List<String> alarms() {
        return severities.entrySet().stream()
            .filter(entry -> entry.getValue().equals("warning") || entry.getValue().equals("fault")).map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> severities(Map<String, Object> report) {
        Map<String, String> found = new LinkedHashMap<>();
        if (report.get("findings") instanceof List<?> findings) {
            new ArrayList<>(findings).forEach(each -> found.put(text(map(each), "code"), text(map(each), "severity")));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("no report on stdout");
    }

    private static String text(Map<String, Object> map, String key) {
        return Optional.ofNullable(map.get(key)).filter(value -> value != JsonText.NULL).map(Object::toString).orElse("");
    }

    private static Optional<Double> number(Map<String, Object> map, String key) {
        return map.get(key) instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }
}
