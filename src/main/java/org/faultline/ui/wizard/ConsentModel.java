package org.faultline.ui.wizard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.json.BadJson;
import org.faultline.report.Shown;
import org.faultline.run.ProfileWriter;
import org.faultline.store.Settings;
import org.faultline.store.Settings.Consent;

/** What will be contacted outside this network, target by target: each can be replaced or switched off before the first packet. */
public final class ConsentModel {

    /** Who runs the targets of the default profile. */
    private static final Map<String, String> OPERATORS = Map.ofEntries(
        Map.entry("1.1.1.1", "Cloudflare"), Map.entry("2606:4700:4700::1111", "Cloudflare"),
        Map.entry("8.8.8.8", "Google"), Map.entry("2001:4860:4860::8888", "Google"), Map.entry("9.9.9.9", "Quad9"),
        Map.entry("example.com", "IANA"), Map.entry("wikipedia.org", "Wikimedia"),
        Map.entry("http://connectivitycheck.gstatic.com/generate_204", "Google"), Map.entry("https://example.com/", "IANA"),
        Map.entry("https://www.wikipedia.org/", "Wikimedia"), Map.entry("https://www.mozilla.org/", "Mozilla"));

    private final List<Target> targets = new ArrayList<>();
    private Settings before;
    private final Path folder;

    /** The kinds of targets, by their key in a profile. */
    public enum Kind {
        ADDRESSES("addresses"), NAMES("names"), RESOLVER("publicResolver"), PORTAL("portal"), HTTPS("https");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** One target as it stands in the form. */
    public static final class Target {

        private final Kind kind;
        private final String usual;
        private String text;
        private boolean on = true;

        Target(Kind kind, String usual) {
            this.kind = kind;
            this.usual = usual;
            this.text = usual;
        }

        public Kind kind() {
            return kind;
        }

        public String text() {
            return text;
        }

        public void replaceBy(String other) {
            text = other.strip();
        }

        public boolean on() {
            return on;
        }

        public void switchOn(boolean wanted) {
            on = wanted;
        }

        private boolean changed() {
            return !on || !text.equals(usual);
        }
    }

    /** What is wrong, and with which of the targets, if with one. */
    public record Problem(Optional<Target> target, String message) { }

    /** @param folder where certificate files named in the profile are looked for */
    public ConsentModel(Settings before, Path folder) {
        this.before = before;
        this.folder = folder;
        read();
    }

    private void read() {
        Map<String, Object> chosen = ProfileWriter.document(before.chosenProfile(folder));
        for (Kind kind : Kind.values()) {
            texts(chosen.get(kind.key())).filter(text -> !text.isEmpty())
                .forEach(text -> targets.add(new Target(kind, Shown.address(text))));
        }
    }

    private static Stream<String> texts(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(Object::toString);
            case Map<?, ?> portal -> Stream.of(portal.get("url").toString());
            default -> Stream.of(value.toString());
        };
    }

    /** Who runs this target, where it is one that we chose. */
    public static Optional<String> operator(String target) {
        return Optional.ofNullable(OPERATORS.get(target.strip()));
    }

    public List<Target> targets() {
        return List.copyOf(targets);
    }

    /** Whether one more of this kind can be contacted: there is one name server to compare with, and one page. */
    public boolean takesMore(Kind kind) {
        return switch (kind) {
            case ADDRESSES, NAMES, HTTPS -> true;
            case RESOLVER, PORTAL -> of(kind).findFirst().isEmpty();
        };
    }

    /** One more of this kind, of which nothing is typed yet. */
    public Target add(Kind kind) {
        Target added = new Target(kind, "");
        targets.add(added);
        return added;
    }

    /** The usual targets again, in place of all that were changed, left out or added. */
    public void putBack() {
        Map<String, Object> profile = new LinkedHashMap<>(before.profile());
        Stream.of(Kind.values()).map(Kind::key).forEach(profile::remove);
        before = before.withProfile(profile);
        targets.clear();
        read();
    }

    /** The targets that are to be contacted and cannot be: what was typed is none of its kind. */
    public List<Target> wrong() {
        return targets.stream().filter(target -> target.on() && refusal(one(target)).isPresent()).toList();
    }

    /** What is wrong with the targets as they stand; empty when all can be used. */
    public Optional<Problem> problem() {
        for (Target target : targets) {
            if (target.on()) {
                Optional<String> wrong = refusal(one(target));
                if (wrong.isPresent()) {
                    return Optional.of(new Problem(Optional.of(target), wrong.get()));
                }
            }
        }
        return refusal(profile()).map(wrong -> new Problem(Optional.empty(), wrong));
    }

    private Optional<String> refusal(Map<String, Object> profile) {
        try {
            before.withProfile(profile).chosenProfile(folder);
            return Optional.empty();
        } catch (BadJson e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Map<String, Object> one(Target target) {
        return Map.of(target.kind().key(), switch (target.kind()) {
            case ADDRESSES, NAMES, HTTPS -> List.of(target.text());
            case RESOLVER -> target.text();
            case PORTAL -> Map.of("url", target.text());
        });
    }

    /** The settings with these targets accepted. */
    public Settings accepted() {
        return before.withProfile(profile()).with(Consent.ACCEPTED);
    }

    /** The settings with nothing beyond the router to be contacted. */
    public Settings refused() {
        return before.with(Consent.REFUSED);
    }

    /** What was not touched stays out of the profile, so that it follows the defaults of later versions. */
    private Map<String, Object> profile() {
        Map<String, Object> profile = new LinkedHashMap<>(before.profile());
        for (Kind kind : Kind.values()) {
            if (of(kind).anyMatch(Target::changed)) {
                profile.put(kind.key(), value(kind));
            }
        }
        return profile;
    }

    private Object value(Kind kind) {
        List<String> on = of(kind).filter(Target::on).map(Target::text).toList();
        return switch (kind) {
            case ADDRESSES, NAMES, HTTPS -> on;
            case RESOLVER -> on.isEmpty() ? "" : on.getFirst();
            case PORTAL -> Map.of("url", on.isEmpty() ? "" : on.getFirst());
        };
    }

    private Stream<Target> of(Kind kind) {
        return targets.stream().filter(target -> target.kind() == kind);
    }
}
