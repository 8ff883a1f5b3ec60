package org.faultline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private EvidenceLine() { }

    /** Everything that was left behind, with the method. */
    static String of(Observation seen, Words words) {
        return told(seen, words).orElseGet(() -> measured(seen, words)) + " [" + seen.method() + "]";
    }

    /** What was seen, as people say it: {@code Ping to the router 192.168.1.1: no reply (0 of 3 answered)}. */
    public static String sentence(Observation seen, Words words) {
        return Printable.of(told(seen, words).orElseGet(() -> withFigures(seen, words)));
    }

    /** What a person answered. */
    private static Optional<String> told(Observation seen, Words words) {
        return PersonQuestion.of(seen.target()).filter(_ -> PersonQuestion.isTold(seen))
            .map(question -> words.question(question.id()).text() + " " + words.answer(PersonQuestion.answerIn(seen)));
    }

    private static String withFigures(Observation seen, Words words) {
        String sentence = bare(seen, words);
        List<String> figures = figures(seen, words);
        return figures.isEmpty() ? sentence : filled(words, "because", sentence, String.join(", ", figures));
    }

    /** A probe of another version may have no words of its own; its name then stands for them. */
    private static String bare(Observation seen, Words words) {
        Optional<String> whole = seen.passed() ? worded(seen, ".passed", words) : Optional.empty();
        return whole.orElseGet(() -> filled(words, "line",
            worded(seen, ".what", words).orElse(seen.probe() + " " + Shown.address(seen.target())).strip(), ending(seen, words)));
    }

    /** By the words of what was asked, where the probe asks more than one thing, and else by those of the probe. */
    private static Optional<String> worded(Observation seen, String key, Words words) {
        return Asked.in(seen.target()).flatMap(asked -> words.evidence(seen.probe() + "." + asked.question() + key).map(text -> filled(text, asked.about(), seen)))
            .or(() -> words.evidence(seen.probe() + key).map(text -> filled(text, seen.target(), seen)));
    }

    /**
     * A target that is a question of its own: {@code 127.0.0.1 open but not listed} asks {@code open-but-not-listed} about 127.0.0.1, and
     * {@code port 8080} asks {@code port} about 8080.
     */
    private record Asked(String question, String about) {

        private static final Pattern ADDRESS_AND_WORDS = Pattern.compile("(?:([0-9a-f.:]*[.:][0-9a-f.:]*) )?([a-z]+(?: [a-z]+)*)");
        private static final Pattern WORD_AND_NUMBER = Pattern.compile("([a-z]+) ([0-9]+)");

        static Optional<Asked> in(String target) {
            Matcher words = ADDRESS_AND_WORDS.matcher(target);
            if (words.matches()) {
                return Optional.of(new Asked(words.group(2).replace(' ', '-'), Optional.ofNullable(words.group(1)).orElse("")));
            }
            Matcher number = WORD_AND_NUMBER.matcher(target);
            return number.matches() ? Optional.of(new Asked(number.group(1), number.group(2))) : Optional.empty();
        }
    }

    private static List<String> figures(Observation seen, Words words) {
        List<String> figures = new ArrayList<>();
        if (seen.passed() || seen.cause() == Cause.SLOW) {
            TIMES.stream().flatMap(name -> seen.number(name).stream()).findFirst().map(Shown::milliseconds).ifPresent(figures::add);
        }
        if (seen.cause() == Cause.SLOW) {
            seen.number("limitMs").map(Shown::milliseconds).ifPresent(limit -> figures.add(filled(words, "limit", limit)));
        }
        if (seen.failed() || seen.number("received").filter(received -> received < seen.number("sent").orElse(0.0)).isPresent()) {
            seen.number("sent").filter(sent -> sent > 0).ifPresent(sent -> figures.add(
                filled(words, "answered", whole(seen.number("received").orElse(0.0)), whole(sent))));
        }
        LISTS.stream().filter(name -> seen.values().containsKey(name) && !seen.list(name).isEmpty()).findFirst()
            .ifPresent(name -> figures.add(Shown.list(seen.list(name))));
        seen.text("icmpFrom").filter(from -> seen.failed()).ifPresent(from -> figures.add(filled(words, "reported", Shown.address(from))));
        seen.text("seenAt").flatMap(_ -> words.evidence("kept")).ifPresent(figures::add);
        return figures;
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

    /** Values come from the network: in one pass, so that none of them is filled again. */
    private static String filled(String text, String target, Observation seen) {
        return Placeholders.PLACEHOLDER.matcher(text).replaceAll(gap -> Matcher.quoteReplacement(
            gap.group(1).equals("target") ? Shown.address(target) : seen.text(gap.group(1)).map(Shown::address).orElse("—"))).strip();
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
