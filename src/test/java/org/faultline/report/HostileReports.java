package org.faultline.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;

/** Reports that somebody made to do harm. */
public final class HostileReports {

    private static final String HONEST = new String(JsonReport.write(Reports.guided()), StandardCharsets.UTF_8);

    private HostileReports() { }

    /** @param message what the refusal says; empty where the report is opened, and has to be harmless then */
    public record Hostile(String name, byte[] bytes, String message) {

        Hostile(String name, String text, String message) {
            this(name, text.getBytes(StandardCharsets.UTF_8), message);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public static List<Hostile> all() {
        return List.of(
            new Hostile("empty", "", "report: is empty"),
            new Hostile("cut off in the middle", HONEST.substring(0, HONEST.length() / 2), "report: not JSON, line "),
            new Hostile("cut off before the last brace", HONEST.substring(0, HONEST.lastIndexOf('}')), "it ends too early"),
            new Hostile("larger than any report", new byte[JsonReportReader.LONGEST + 5], "bytes are more than the"),
            new Hostile("nested a hundred thousand deep", HONEST.replaceFirst("\\{", "{\"a\": " + "[".repeat(100_000) + "]".repeat(100_000) + ","),
                "nested deeper than 64"),
            new Hostile("objects nested without an end", "{\"a\":".repeat(50_000), "nested deeper than 64"),
            new Hostile("another schema", HONEST.replace("faultline-report/1", "\\u001b]0;owned\\u0007"), "report.schema: \"\uFFFD]0;owned\uFFFD\" is not faultline-report/1"),
            new Hostile("raw escape in a text", HONEST.replace("no-reply", "no-\u001b[2Jreply"), "control character has to be written \\u001b"),
            new Hostile("half a surrogate pair", with("enp3s0", "\\ud800"), "this text holds half a surrogate pair"),
            new Hostile("bytes that are no UTF-8", latin(with("enp3s0", "caf\u00e9")), "these bytes are not UTF-8"),
            new Hostile("an id twice", HONEST.replaceFirst("\"id\": ?\"o2\"", "\"id\":\"o1\""), "report.observations[1].id: \"o1\" stands there twice"),
            new Hostile("a key twice", HONEST.replaceFirst("\"probe\"", "\"id\":\"x\",\"probe\""), "stands there twice"),
            new Hostile("a giant number", HONEST.replaceFirst("812\\.4", "1e400000000"), "report.elapsedMs: this number is out of range"),
            new Hostile("a number of a million digits", HONEST.replaceFirst("812\\.4", "9".repeat(1_000_000)), "report.elapsedMs: this number is out of range"),
            new Hostile("a negative time", HONEST.replaceFirst("812\\.4", "-1"), "report.elapsedMs: -1 ms is no possible duration"),
            new Hostile("a time beyond all calendars", HONEST.replaceFirst("2026-11-23T08:00:00Z", "+1000000000-12-31T23:59:59Z"), "is not a time between"),
            new Hostile("an accusation without an observation", HONEST.replaceAll("\"o4\",\\s*\"o5\"", "\"o99\""), "\"o99\" is not among the observations"),
            new Hostile("not even an object", "[1, 2, 3]", "report: a list is not an object"),
            new Hostile("a script", "#!/bin/sh\nrm -rf /\n", "report: not JSON, line 1, column 1"),
            new Hostile("an archive", new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xff, (byte) 0xfe}, "report: not JSON"),
            new Hostile("terminal escapes", with("enp3s0", "\\u001b[2J\\u001b]0;owned\\u0007\\u0000\\r\\n\\u009b31m"), ""),
            new Hostile("text that turns round", with("enp3s0", "\\u202egpj.exe\\u2066\\u200b\\ufeff"), ""),
            new Hostile("HTML and scripts", with("enp3s0", "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>'\\\"--><svg/onload=alert(1)>"), ""),
            new Hostile("addresses to fetch", with("enp3s0", "![x](http://evil.example/x.png) <http://evil.example> www.evil.example url(http://evil.example)"), ""),
            new Hostile("formulas", with("enp3s0", "=HYPERLINK(\\\"http://evil.example\\\")"), ""),
            new Hostile("more formulas", with("enp3s0", "@SUM(1+1)*cmd|'/C calc'!A0"), ""),
            new Hostile("PDF operators", with("enp3s0", ") Tj ET endstream endobj \\\\( /JavaScript (app.alert(1)) >> BDC"), ""),
            new Hostile("metrics of its own", with("enp3s0", "x\\\"} 1\\nfaultline_up 1\\n# HELP"), ""),
            new Hostile("performance data of its own", with("gateway-absent", "gateway-absent").replace("\"box\"", "\"a | b=1;;; 'c'=2\""), ""),
            new Hostile("a path that climbs", with("enp3s0", "../../../../etc/passwd\\u0000.png"), ""),
            new Hostile("a word of a hundred thousand letters", with("enp3s0", "W".repeat(100_000)), ""),
            new Hostile("no stages at all", HONEST.replaceFirst("(?s)\"stages\": ?\\[.*?\\],\\s*\"observations\"", "\"stages\":[],\"observations\""), ""),
            new Hostile("a machine of everything", HONEST.replaceFirst("\"os\": ?\"linux\"", Matcher.quoteReplacement("\"os\":[[[1,{\"=a\":\"<b>\"}],null]],\"=cmd|x\":{\"-1\":\"@x\"},\"interfaces2\":[{\"=a\":\"+1+1\"},{\"\\u001b[31m\":true},7]")), ""));
    }

    private static String with(String old, String other) {
        return HONEST.replace(old, other);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
