package org.faultline.alert;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is to be told what a watch sees, besides the person in front of it.
 *
 * @param desktop     notifications
 * @param webhook     gets each alert as JSON
 * @param command     of the user's own, and its arguments; empty for none
 * @param listen      where metrics are served; a loopback address
 * @param metricsFile where they are written
 */
public record Wishes(boolean desktop, Optional<URI> webhook, List<String> command, Optional<InetSocketAddress> listen, Optional<Path> metricsFile) {

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.[0-9.]{5,11}|\\[::1]):([0-9]{1,5})");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s\"']+)");

    public Wishes {
        command = List.copyOf(command);
    }

    /** Whether alerts can be posted there: an address of the web with a host, without user and password. */
    public static boolean isWebhook(URI url) {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        return web && url.getHost() != null && url.getUserInfo() == null;
    }

    /** An address such as {@code https://example.org/hook}. */
    public static Optional<URI> webhook(String text) {
        try {
            return Optional.of(URI.create(text)).filter(Wishes::isWebhook);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** An address of this computer alone and a port, such as {@code 127.0.0.1:9469}. */
    public static Optional<InetSocketAddress> loopback(String text) {
        Matcher parts = LOOPBACK.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
            return Optional.empty();
        }
        String host = parts.group(1).equals("localhost") ? "127.0.0.1" : parts.group(1).replaceAll("[\\[\\]]", "");
        try {
            return Optional.of(new InetSocketAddress(InetAddress.ofLiteral(host), Integer.parseInt(parts.group(2))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * A command as people write it, in words apart by blanks; quotes hold a word together. Nothing else means anything, since no shell reads it:
     * {@code tell.sh "the night shift" $HOME} are three words, the last with its dollar.
     *
     * @return empty where a quote is never closed or stands within a word
     */
    public static Optional<List<String>> command(String text) {
        List<String> words = new ArrayList<>();
        for (String rest = text.strip(); !rest.isEmpty();) {
            Matcher word = WORD.matcher(rest);
            if (!word.lookingAt() || word.end() < rest.length() && !Character.isWhitespace(rest.charAt(word.end()))) {
                return Optional.empty();
            }
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
            rest = rest.substring(word.end()).strip();
        }
        return Optional.of(words);
    }
}
