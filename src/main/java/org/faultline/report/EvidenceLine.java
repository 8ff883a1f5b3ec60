package org.faultline.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Printable;

/**
 * An observation as one line: as a sentence with the figures that matter, or with all that a probe left behind, for whoever wants to
 * know exactly.
 */
public final class EvidenceLine {

    private static final List<String> TIMES = List.of("rttMs", "medianMs", "connectMs");
    private static final List<String> LISTS = List.of("addresses", "servers", "address", "hops");

    /** Where nothing was said, or nothing that anybody knows. */
    private static final Set<String> UNTOLD = Set.of("silent", "unknown");

    private EvidenceLine() { }

    /** Everything that was left behind, with the method. */
    static String of(Observation seen, Words words) {
        return told(seen, words).orElseGet(() -> measured(seen, words)) + " [" + seen.method() + "]";
    }

    /** What was seen, as people say it: {@code Ping to the router 192.168.1.1: no reply (0 of 3 answered)}. */
    public static String sentence(Observation seen, Words words) {
        return Printable.of(told(seen, words).orElseGet(() -> withFigures(seen, words)));
    }

    /** The same to a screen reader, which sees no sign: first how it came out. What a person said has not come out in any way. */
    public static String spoken(Observation seen, Words words) {
        return PersonQuestion.isTold(seen) ? sentence(seen, words) : words.outcome(seen.outcome()) + ": " + sentence(seen, words);
    }

    /** What a person answered. */
    private static Optional<String> told(Observation seen, Words words) {
        return PersonQuestion.of(seen.target()).filter(_ -> PersonQuestion.isTold(seen))
            .map(question -> filled(words, "told", words.question(question.id()).text(), words.answer(PersonQuestion.answerIn(seen))));
    }

    private static String withFigures(Observation seen, Words words) {
        String sentence = bare(seen, words);
        List<String> figures = figures(seen, words);
        return figures.isEmpty() ? sentence : filled(words, "because", sentence, String.join(", ", figures));
    }

    /** Words with a gap that nothing fills give way to those without; a probe of another version has none, and its name stands for them. */
    private static String bare(Observation seen, Words words) {
        Optional<String> whole = seen.passed() ? template(seen, "passed", words) : Optional.empty();
        return whole.flatMap(text -> filled(text, seen)).orElseGet(() -> filled(words, "line",
            template(seen, "what", words).flatMap(text -> filled(text, seen)).orElseGet(() -> plain(seen, words)), ending(seen, words)));
    }

    private static String plain(Observation seen, Words words) {
        return Stream.of(words.evidence(seen.probe() + ".plain").map(text -> text + (seen.target().isBlank() ? "" : ",")).orElse(seen.probe()),
            Shown.address(seen.target())).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }

    /** The words of a probe for one kind of target go before those for any target. */
    private static Optional<String> template(Observation seen, String ending, Words words) {
        return words.evidence(seen.probe() + "." + kind(seen) + "." + ending).or(() -> words.evidence(seen.probe() + "." + ending));
    }

    /** What a report calls a target of no name or address: {@code port 8080} is of the kind {@code port}, {@code hosts file} of {@code hosts-file}. */
    private static String kind(Observation seen) {
        return seen.text("reach").or(() -> seen.text("change").map(change -> "change-" + change))
            .orElseGet(() -> Arrays.stream(seen.target().split(" ")).filter(EvidenceLine::isWord).collect(Collectors.joining("-")));
    }

    private static boolean isWord(String part) {
        return part.matches("[a-z-]+|ipv[46]");
    }

    private static List<String> figures(Observation seen, Words words) {
        List<String> figures = new ArrayList<>();
        if (seen.passed() || seen.cause() == Cause.SLOW) {
            TIMES.stream().flatMap(name -> seen.number(name).stream()).findFirst().map(ms -> Shown.milliseconds(ms, words)).ifPresent(figures::add);
        }
        if (seen.cause() == Cause.SLOW) {
            seen.number("limitMs").map(ms -> Shown.milliseconds(ms, words)).ifPresent(limit -> figures.add(filled(words, "limit", limit)));
        }
        if (seen.failed() || seen.number("received").filter(received -> received < seen.number("sent").orElse(0.0)).isPresent()) {
            seen.number("sent").filter(sent -> sent > 0).ifPresent(sent -> figures.add(
                filled(words, "answered", whole(seen.number("received").orElse(0.0)), whole(sent))));
        }
        LISTS.stream().filter(name -> seen.values().containsKey(name) && !seen.list(name).isEmpty()).findFirst()
            .map(name -> Shown.list(seen.list(name))).filter(list -> !Shown.address(seen.target()).contains(list)).ifPresent(figures::add);
        speech(seen).ifPresent(figures::add);
        seen.text("icmpFrom").filter(from -> seen.failed()).ifPresent(from -> figures.add(filled(words, "reported", Shown.address(from))));
        seen.text("seenAt").flatMap(_ -> words.evidence("kept")).ifPresent(figures::add);
        return figures;
    }

    /** What a service said first: {@code HTTP 200}. */
    private static Optional<String> speech(Observation seen) {
        return seen.text("protocol").filter(name -> seen.probe().equals("service-speech") && !UNTOLD.contains(name))
            .map(name -> name + seen.text("status").map(status -> " " + status).orElse(""));
    }

    private static String whole(double number) {
        return String.valueOf(Math.round(number));
    }

    private static String filled(Words words, String key, String... values) {
        String text = words.evidence(key).orElse("{0} {1}");
        for (int i = values.length - 1; i >= 0; i--) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return text;
    }

    /** Values come from the network: in one pass, so that none of them is filled again. Empty where there is nothing to fill a gap with. */
    private static Optional<String> filled(String text, Observation seen) {
        boolean whole = Placeholders.PLACEHOLDER.matcher(text).results().noneMatch(gap -> value(gap.group(1), seen).isBlank());
        return Optional.of(text).filter(_ -> whole)
            .map(template -> Placeholders.PLACEHOLDER.matcher(template).replaceAll(gap -> Matcher.quoteReplacement(value(gap.group(1), seen))));
    }

    /** {@code rest} is what is left of the target beside the words of its {@link #kind}. */
    private static String value(String name, Observation seen) {
        return switch (name) {
            case "target" -> Shown.address(seen.target());
            case "rest" -> Arrays.stream(seen.target().split(" ")).filter(part -> !isWord(part)).map(Shown::address).collect(Collectors.joining(" "));
            default -> Shown.list(seen.list(name));
        };
    }

    private static String measured(Observation seen, Words words) {
        String asked = Stream.of(seen.probe(), Shown.address(seen.target())).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        StringBuilder line = new StringBuilder(asked).append(": ").append(ending(seen, words));
        if (!seen.detail().isEmpty()) {
            line.append(" (").append(seen.detail()).append(')');
        }
        String values = seen.values().entrySet().stream().filter(value -> !saysNothing(value.getKey(), value.getValue(), seen))
            .map(value -> Shown.value(value.getKey(), value.getValue())).collect(Collectors.joining("; "));
        if (!values.isEmpty()) {
            line.append("; ").append(values);
        }
        return line.toString();
    }

    private static String ending(Observation seen, Words words) {
        boolean bare = seen.passed() || seen.cause() == Cause.NONE;
        return switch (seen.outcome()) {
            case PASSED -> words.outcome(Outcome.PASSED);
            case FAILED -> bare ? words.outcome(Outcome.FAILED) : words.cause(seen.cause());
            case UNKNOWN, SKIPPED -> words.outcome(seen.outcome()) + (bare ? "" : ", " + words.cause(seen.cause()));
        };
    }

    /** The errno stands in the detail already, and an empty list or text says nothing. */
    private static boolean saysNothing(String name, Object value, Observation seen) {
        return name.equals("errno") && seen.detail().equals(value) || value.equals("") || value instanceof List<?> list && list.isEmpty();
    }
}
