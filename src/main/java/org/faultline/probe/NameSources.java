package org.faultline.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faultline.model.Cause;

/**
 * The {@code hosts} line of {@code nsswitch.conf} (glibc, nsswitch.conf(5)): the sources asked for a name, in order.
 *
 * @param sources such as {@code files}, {@code dns}; an action like {@code [NOTFOUND=return]} stands as its own word, in lower case
 */
record NameSources(List<String> sources) {

    /** These read the hosts file. */
    private static final Set<String> HOSTS_FILE = Set.of("files", "resolve", "compat");

    /** These know some names only; every other source may well answer for all. */
    private static final Set<String> PARTIAL = Set.of("files", "db", "compat", "extrausers", "myhostname", "mymachines", "wins", "winbind",
        "mdns", "mdns4", "mdns6", "mdns_minimal", "mdns4_minimal", "mdns6_minimal", "libvirt", "libvirt_guest");

    /** @return empty when the file has no such line, which means the library's own order */
    static Optional<NameSources> parse(String file) {
        return file.lines().map(line -> line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT))
            .filter(line -> line.startsWith("hosts:")).findFirst()
            .map(line -> new NameSources(words(line.substring("hosts:".length()))));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\\[[^\\]]*\\]|[^\\s\\[]+").matcher(text);
        while (word.find()) {
            words.add(word.group().replaceAll("\\s+", ""));
        }
        return words;
    }

    /**
     * NONE when both the hosts file and a source for all names are asked. MISSING when one of them is not listed; MISORDERED when an
     * action ends the search before it: {@code files [NOTFOUND=return] dns} never asks DNS, {@code dns [!UNAVAIL=return] files} never
     * reads the file.
     */
    Cause judge() {
        if (!asks(sources, true) || !asks(sources, false)) {
            return Cause.MISSING;
        }
        List<String> reached = untilReturn();
        return asks(reached, true) && asks(reached, false) ? Cause.NONE : Cause.MISORDERED;
    }

    private static boolean asks(List<String> among, boolean hostsFile) {
        return among.stream().filter(word -> !word.startsWith("["))
            .anyMatch(source -> hostsFile ? HOSTS_FILE.contains(source) : !PARTIAL.contains(source));
    }

    /** What is asked for a name that no source knows. The multicast sources say "not found" for their own names only. */
    private List<String> untilReturn() {
        for (int i = 1; i < sources.size(); i++) {
            boolean afterMulticast = sources.get(i - 1).startsWith("mdns");
            if (!afterMulticast && returnsWhenNotFound(sources.get(i))) {
                return sources.subList(0, i);
            }
        }
        return sources;
    }

    private static boolean returnsWhenNotFound(String action) {
        return action.startsWith("[") && List.of(action.substring(1).split("[\\]\\s]|(?<=return)|(?<=continue)")).stream()
            .anyMatch(rule -> rule.equals("notfound=return")
                || rule.startsWith("!") && rule.endsWith("=return") && !rule.equals("!notfound=return"));
    }
}
