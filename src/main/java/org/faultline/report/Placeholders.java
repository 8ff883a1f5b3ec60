package org.faultline.report;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code {gateway}} and its like with what was seen. The values may come from the network (host names, banners), so none is
 * trusted: in a sentence it is escaped and capped, into a command only a plain name or address is let.
 */
final class Placeholders {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

    /** A sentence must stay readable; a DNS name has 253 characters at most and rarely more than 60. */
    static final int LONGEST = 200;

    /**
     * Names and addresses that no shell reads as anything else: {@code enp3s0}, {@code 192.168.1.1}, {@code fe80::1%eth0}.
     * No space, quote, semicolon or dollar sign, and no leading hyphen, which would be taken for an option.
     */
    private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{N}_:][\\p{L}\\p{N}._:-]*(%[\\p{L}\\p{N}._-]+)?");

    private static final Pattern IPV6 = Pattern.compile("[^%]*:[^%]*:.*");

    private Placeholders() { }

    /** @param standIn the words for a fact that is not known, by its name */
    static String inSentence(String template, Map<String, String> facts, UnaryOperator<String> standIn) {
        return fill(template, (name, _) -> known(facts, name).map(Placeholders::readable).orElseGet(() -> standIn.apply(name)));
    }

    static String inCommand(String template, Map<String, String> facts, UnaryOperator<String> standIn) {
        return fill(template, (name, inUrl) -> known(facts, name).filter(Placeholders::harmless).map(value -> inUrl ? authority(value) : value)
            .orElseGet(() -> standIn.apply(name)));
    }

    /** One pass: a value that looks like a placeholder is not filled again. */
    private static String fill(String template, Value value) {
        return PLACEHOLDER.matcher(template)
            .replaceAll(found -> Matcher.quoteReplacement(value.of(found.group(1), template.startsWith("//", found.start() - 2))));
    }

    private interface Value {
        /** @param inUrl it stands where a URL names its host */
        String of(String name, boolean inUrl);
    }

    /** An IPv6 address stands in brackets (RFC 3986, 3.2.2), the sign before its zone is written %25 (RFC 6874, 2). */
    private static String authority(String host) {
        return IPV6.matcher(host).matches() ? "[" + host.replace("%", "%25") + "]" : host;
    }

    private static Optional<String> known(Map<String, String> facts, String name) {
        return Optional.ofNullable(facts.get(name)).filter(value -> !value.isBlank());
    }

    private static boolean harmless(String value) {
        return value.length() <= LONGEST && HARMLESS.matcher(value).matches();
    }

    private static String readable(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().limit(LONGEST + 1L).forEach(point -> text.append(escaped(point)));
        return text.codePointCount(0, text.length()) <= LONGEST ? text.toString()
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** Line breaks, terminal escapes and the marks that reverse the order of letters become visible. */
    private static String escaped(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                 Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> "\\u%04x".formatted(point);
            default -> Character.toString(point);
        };
    }
}
