package org.faultline.report.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faultline.model.Report;
import org.faultline.report.redaction.Passage.Piece;

/** Replaces what is private in one text after the other, by what its field may hold. */
final class Texts {

    /** The program's own words are made of these; a person's rarely, and then they are known from a field of their own. */
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./+: -]{0,59}");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?=[\\p{N}_-]{0,252}\\p{L})([\\p{L}\\p{N}_-]{1,253})((?::\\d{1,5})?)");
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");

    private final Tokens tokens;
    private final Scanner scanner;
    private final Set<String> questions = QuestionIds.all();
    private final List<Passage> passages = new ArrayList<>();

    Texts(Report report, boolean vendors) {
        tokens = new Tokens(EarlierTokens.in(report));
        List<Rule> rules = new ArrayList<>();
        if (report.redacted()) {
            rules.add(EarlierTokens.rule());
        }
        rules.addAll(new Rules(Known.of(report), vendors).inOrder());
        scanner = new Scanner(rules, tokens);
    }

    List<Passage> passages() {
        return List.copyOf(passages);
    }

    List<Replacement> replacements() {
        return tokens.replacements();
    }

    String replace(Fields field, String where, String text) {
        Passage passage = new Passage(where, text.isEmpty() ? List.of() : pieces(field, where, text));
        passages.add(passage);
        return passage.redacted();
    }

    /** The name of a field: the program's own, unless something private hides in it. */
    String name(String name, String where) {
        boolean open = Fields.of(name) != Fields.WHOLE || FIELD_NAME.matcher(name).matches() && scanner.finds(name).isEmpty();
        return open ? name : scanner.secret(name, Secret.of(Kind.TEXT, name), where).token().orElse(name);
    }

    private List<Piece> pieces(Fields field, String where, String text) {
        return switch (field) {
            case TEXT -> scanner.pieces(text, where);
            case METHOD -> ProgramWords.only(text) ? open(text) : scanner.pieces(text, where);
            case WORD -> ProgramWords.only(text) || questions.contains(text) ? open(text) : scannedElse(text, where, PLAIN_WORD.matcher(text).matches() ? Optional.empty() : Optional.of(Kind.TEXT));
            case NAME -> host(where, text);
            case INTERFACE -> Names.isUsualAdapter(text) ? open(text) : whole(Kind.INTERFACE, where, text);
            case SSID -> whole(Kind.SSID, where, text);
            case HOST -> Names.isOpen(text) ? open(text) : scannedElse(text, where, Optional.of(Kind.HOST));
            case USER -> Names.isEverybodysUser(text) ? open(text) : scannedElse(text, where, Optional.of(Kind.USER));
            case DOMAIN -> Names.isOpenDomain(text) ? open(text) : scannedElse(text, where, Optional.of(Kind.DOMAIN));
            case WHOLE -> whole(Kind.TEXT, where, text);
        };
    }

    private List<Piece> host(String where, String text) {
        if (Names.isOpen(text) || Names.isUsualAdapter(text) || ProgramWords.only(text)) {
            return open(text);
        }
        Matcher label = HOST_AND_PORT.matcher(text);
        if (!scanner.finds(text).isEmpty() || !label.matches() || Names.isOpen(label.group(1))) {
            return scanner.pieces(text, where);
        }
        Piece host = scanner.secret(label.group(1), Secret.of(Kind.HOST, label.group(1)), where);
        return label.group(2).isEmpty() ? List.of(host) : List.of(host, new Piece(label.group(2), Optional.empty()));
    }

    /** By the rules; where they find nothing, the whole text is of this kind, or open. */
    private List<Piece> scannedElse(String text, String where, Optional<Kind> otherwise) {
        return scanner.finds(text).isEmpty() && otherwise.isPresent() ? whole(otherwise.get(), where, text) : scanner.pieces(text, where);
    }

    private List<Piece> whole(Kind kind, String where, String text) {
        return List.of(scanner.secret(text, Secret.of(kind, text), where));
    }

    private static List<Piece> open(String text) {
        return List.of(new Piece(text, Optional.empty()));
    }
}
