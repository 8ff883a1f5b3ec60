package org.faultline.host.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faultline.host.Reading;
import org.faultline.host.plain.Command;
import org.faultline.model.Cause;

/**
 * The rules of the local packet filter that keep or turn packets, as nft(8) prints them, or iptables-save(8) where there is no
 * nft.
 * The kernel tells them only to who may change them (CAP_NET_ADMIN).
 *
 * @param root {@code /}
 */
record PacketFilter(Path root) {

    private static final String METHOD = "nft";
    private static final int CAP_NET_ADMIN = 12;
    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Pattern KEEPS_OR_TURNS =
        Pattern.compile("\\b(?:drop|reject|redirect|dnat|tproxy)\\b", Pattern.CASE_INSENSITIVE);

    /** Words of the questions: each tool that is there is asked; without any of them there is nothing to ask. */
    private static final List<List<String>> QUESTIONS = List.of(
        List.of("nft", "list", "ruleset"), List.of("iptables-legacy-save"), List.of("ip6tables-legacy-save"));
    private static final List<List<String>> OLD_QUESTIONS = List.of(List.of("iptables-save"), List.of("ip6tables-save"));

    Reading<List<String>> rules() {
        if (!permitted()) {
            return Reading.unknown(Cause.NOT_PERMITTED, "CAP_NET_ADMIN", METHOD);
        }
        List<List<String>> commands = commands(QUESTIONS);
        return ask(commands.isEmpty() ? commands(OLD_QUESTIONS) : commands);
    }

    /** The first tool must answer; what the older ones cannot read, they have not got. */
    private static Reading<List<String>> ask(List<List<String>> commands) {
        List<String> lines = new ArrayList<>();
        Optional<Reading<List<String>>> failed = Optional.empty();
        for (List<String> command : commands) {
            switch (Command.run(PATIENCE, command)) {
                case Reading.Known<String>(String text, String _) -> lines.addAll(keepingOrTurning(text));
                case Reading.Unknown<String>(Cause cause, String detail, String method) ->
                    failed = failed.or(() -> Optional.of(Reading.unknown(cause, detail, method)));
            }
        }
        if (commands.isEmpty()) {
            return Reading.unknown(Cause.TOOL_MISSING, METHOD, METHOD);
        }
        return lines.isEmpty() && failed.isPresent() ? failed.get()
            : Reading.known(lines.subList(0, Math.min(MOST_LINES, lines.size())), String.join(" ", commands.getFirst()));
    }

    /** Lines of the tool's output that say so, also a chain's policy. Pure. */
    static List<String> keepingOrTurning(String text) {
        return text.lines().map(String::strip).filter(line -> !line.startsWith("#") && KEEPS_OR_TURNS.matcher(line).find())
            .map(line -> line.substring(0, Math.min(LONGEST_LINE, line.length()))).limit(MOST_LINES).toList();
    }

    /** With full paths: an ordinary user's PATH holds no sbin. */
    private List<List<String>> commands(List<List<String>> questions) {
        return questions.stream().flatMap(words -> Stream.of("usr/sbin", "sbin", "usr/bin")
            .map(directory -> root.resolve(directory).resolve(words.getFirst())).filter(Files::isExecutable).limit(1)
            .map(tool -> Stream.concat(Stream.of(tool.toString()), words.stream().skip(1)).toList())).toList();
    }

    private boolean permitted() {
        try (Stream<String> lines = Files.lines(root.resolve("proc/self/status"))) {
            return lines.filter(line -> line.startsWith("CapEff:")).map(line -> line.substring("CapEff:".length()).strip())
                .anyMatch(PacketFilter::netAdmin);
        } catch (IOException _) {
            return false;
        }
    }

    static boolean netAdmin(String capabilities) {
        return capabilities.matches("[0-9a-f]{16}") && (Long.parseUnsignedLong(capabilities, 16) >> CAP_NET_ADMIN & 1) == 1;
    }
}
