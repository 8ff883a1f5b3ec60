package org.faultline.report.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is private in a text, in the order in which it is looked for: what one rule has found is out of reach for those behind it. IPv6 comes before
 * MAC (both are pairs of hexadecimal digits and colons), both before the known words (a user may be called "ed"), and names come
 * last (nearly everything with a dot in it looks like one).
 */
final class Rules {

    /** A word stands alone if no letter or digit touches it. */
    private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String BEHIND = "(?![\\p{L}\\p{N}])";

    /** One part of a host name; no hyphen at its end. */
    private static final String LABEL = "[\\p{L}\\p{N}_]++(?:-++[\\p{L}\\p{N}_]++)*+";

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f:.-]*");

    /** Files that every system has; everything else with slashes may name a person or a customer. */
    private static final Pattern SYSTEM_PATH = Pattern.compile("/etc/(hosts|resolv\\.conf|nsswitch\\.conf|host\\.conf|gai\\.conf|services)"
        + "|/(proc|sys)/[a-z0-9_/]+|/dev/net/tun|/run/systemd/resolve/[a-z-]+\\.conf", Pattern.CASE_INSENSITIVE);

    /** Organisations that sign certificates for everybody. */
    private static final Pattern PUBLIC_SIGNER = Pattern.compile("(?i)\\bO=[^,]{0,80}(let's encrypt|isrg|digicert|google trust|sectigo|comodo|globalsign|amazon|"
        + "microsoft|cloudflare|godaddy|entrust|starfield|geotrust|thawte|rapidssl|actalis|buypass|zerossl|usertrust|certum|d-trust|t-systems)");

    /** What ends a file name, not a host name. */
    private static final Pattern FILE_ENDING = Pattern.compile("(?i)(conf|json|exe|dll|service|socket|txt|log|cfg|ini|xml|pac|target|timer|plist)");

    /** The parts of a distinguished name (RFC 4514). Possessive throughout: else each character would take a place on the stack. */
    private static final Rule NAMES_OF_CERTIFICATES = Rule.of("(?:^|[\\s,/])(?:CN|O|OU|L|ST|S|C|STREET|DC|SERIALNUMBER|EMAILADDRESS)=((?:[^,\\\\\"]++|\\\\.|\"[^\"]*+\")++)",
        Rules::distinguishedName);

    private final Known known;
    private final boolean vendors;

    Rules(Known known, boolean vendors) {
        this.known = known;
        this.vendors = vendors;
    }

    List<Rule> inOrder() {
        List<Rule> rules = new ArrayList<>();
        words(known.networks().stream().filter(name -> !HEXADECIMAL.matcher(name).matches()).toList(), Kind.SSID).ifPresent(rules::add);
        rules.add(Rule.of("(?:authorization: *(?:basic|bearer|digest|ntlm|negotiate)|(?:password|passwd|pwd|secret|token|api[-_]?key)[\"']? ?[=:]) *([^\\s&;,]+)",
            Kind.CREDENTIALS));
        rules.add(Rule.of("[a-z0-9+.-]://[^/\\s\"'<>?#]*(/[^\\s\"'<>]+|[?#][^\\s\"'<>]*)", Kind.PATH));
        rules.add(Rule.of(Labels.IN_URL, Labels::host));
        rules.add(Rule.of("://([^/@\\s\"'<>]+)@", Kind.CREDENTIALS));
        rules.add(Rule.of("(?<![\\w.:/\\\\])([a-z]:\\\\[^\"'<>|\\r\\n*?;,]+|\\\\\\\\[\\w.$-]+\\\\[^\"'<>|\\r\\n*?;,]+)", Kind.PATH));
        rules.add(Rule.of("(?<![\\w.:/])(~?/[\\p{L}_.@][^\\s\"'<>:;,)]*)", this::path));
        rules.add(Rule.of("(?<![\\w.+%-])([\\w.+%-]++@[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++)", Kind.MAIL));
        rules.add(Colons::in);
        rules.add(Rule.of("(?<![0-9a-f])(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\\1){4,18}[0-9a-f]{2}|[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4})(?![0-9a-f])", this::mac));
        bareMacs().ifPresent(rules::add);
        rules.add(Rule.of("(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\d])(?!\\.\\d)(?:/(\\d{1,2})(?!\\d))?", Rules::ipv4));
        words(known.networks(), Kind.SSID).ifPresent(rules::add);
        rules.add(Rule.of(Labels.WITH_PORT, Labels::host));
        inDomains(known.domains()).ifPresent(rules::add);
        words(known.domains(), Kind.DOMAIN).ifPresent(rules::add);
        words(known.hosts(), Kind.HOST).ifPresent(rules::add);
        words(known.users(), Kind.USER).ifPresent(rules::add);
        words(known.adapters(), Kind.INTERFACE).ifPresent(rules::add);
        rules.add(Rule.of(BEFORE + "((?:enx|wlx|wwx)[0-9a-f]{12})" + BEHIND, Kind.INTERFACE));
        rules.add(text -> PUBLIC_SIGNER.matcher(text).find() ? Stream.empty() : NAMES_OF_CERTIFICATES.in(text));
        rules.add(Rule.of("(?<![\\p{L}\\p{N}_.-])(" + LABEL + "(?:\\." + LABEL + ")++)\\.?", Rules::name));
        return rules;
    }

    private static Optional<Rule> words(Collection<String> words, Kind kind) {
        return words.isEmpty() ? Optional.empty() : Optional.of(Rule.of(BEFORE + "("
            + Known.longestFirst(words).stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")" + BEHIND, kind));
    }

    /** The host in front of a known domain; the domain itself is left to the next rule. */
    private static Optional<Rule> inDomains(Collection<String> domains) {
        return domains.isEmpty() ? Optional.empty() : Optional.of(Rule.of(BEFORE + "([\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,252})\\.(?:"
            + Known.longestFirst(domains).stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")" + BEHIND, Kind.HOST));
    }

    private Optional<Span> path(MatchResult match) {
        return SYSTEM_PATH.matcher(match.group(1)).matches() ? Optional.empty() : Optional.of(Span.of(match, 1, Secret.of(Kind.PATH, match.group(1))));
    }

    /** Broadcast and none are nobody's. */
    private Optional<Span> mac(MatchResult match) {
        String digits = digits(match.group());
        return digits.matches("0+|f+") ? Optional.empty() : Optional.of(Span.of(match, 0, mac(digits)));
    }

    /** Of a universally administered address the first half names the maker (IEEE 802, the bit of value 2 in the first byte is clear). */
    private Secret mac(String digits) {
        boolean local = (Integer.parseInt(digits.substring(1, 2), 16) & 2) != 0;
        String half = digits.substring(0, 2) + ":" + digits.substring(2, 4) + ":" + digits.substring(4, 6);
        return new Secret(Kind.MAC, digits, "mac-", !vendors ? "" : local ? " (no vendor)" : " (vendor " + half + ")");
    }

    private static String digits(String mac) {
        return mac.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
    }

    /** Twelve digits in a row are a MAC address only where the report has that address in its usual form too. */
    private Optional<Rule> bareMacs() {
        return known.macs().isEmpty() ? Optional.empty() : Optional.of(Rule.of("(?<![0-9a-f])("
            + known.macs().stream().map(Rules::digits).collect(Collectors.joining("|")) + ")(?![0-9a-f])",
            match -> Optional.of(Span.of(match, 1, mac(digits(match.group(1)))))));
    }

    private static Optional<Span> ipv4(MatchResult match) {
        Optional<Integer> prefix = Optional.ofNullable(match.group(2)).map(Integer::valueOf);
        return Addresses.ipv4(match.group(1)).flatMap(address -> Addresses.secret(address, prefix)).map(secret -> Span.of(match, 1, secret));
    }

    private static Optional<Span> distinguishedName(MatchResult match) {
        String value = match.group(1).strip();
        boolean open = value.length() <= 2 || value.matches("[\\w*-]++(\\.[\\w-]++)++");
        return open ? Optional.empty() : Optional.of(Span.of(match, 1, Secret.of(Kind.TEXT, value)));
    }

    private static Optional<Span> name(MatchResult match) {
        String name = match.group(1);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (Names.isOpenDomain(name) || FILE_ENDING.matcher(ending).matches() || !ending.matches("\\p{L}{2,}|xn--.*")) {
            return Optional.empty();
        }
        int to = match.end(1) - Names.sharedEnding(name);
        return Optional.of(new Span(match.start(1), to, Secret.of(Kind.HOST, name.substring(0, name.length() - Names.sharedEnding(name)))));
    }
}
