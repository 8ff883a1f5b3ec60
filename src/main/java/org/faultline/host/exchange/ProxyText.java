package org.faultline.host.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faultline.host.ProxySetting;
import org.faultline.model.Printable;

/**
 * Proxies as they are written down: in the environment, in GNOME's and KDE's settings.
 * <ul>
 * <li>User names and passwords are never kept, only that there were some.
 * <li>A value that is no proxy stays in the list, as programs here stumble over it too: its host is the text as written and its
 *     source ends in {@code (malformed)}, so that asking it fails and names the place to correct.
 * <li>The scheme is {@code http} or {@code https} for proxies that we can ask; {@code socks}, {@code tls} (spoken to
 *     over TLS) and {@code pac} (host and port of the script's server) are listed only.
 * </ul>
 */
public final class ProxyText {

    /** What Go, Python and wget take where no port is written. */
    private static final int USUAL_PORT = 80;
    private static final int SHOWN = 200;
    private static final int MOST_EXCEPTIONS = 500;
    private static final Pattern VALUE =
        Pattern.compile("(?:([a-z0-9+.-]{1,20})://)?(?:[^@/]*@)?(\\[[0-9a-f:.%]+\\]|[^\\s:/@\\[\\]]+)(?::([0-9]{1,5}))?/*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GNOME = Pattern.compile("org\\.gnome\\.system\\.proxy(?:\\.(\\w+))? ([\\w-]+) (.*)");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private ProxyText() { }

    /** {@code http_proxy}, {@code https_proxy}, {@code all_proxy}, {@code no_proxy}: small letters first, as curl reads them. */
    public static List<ProxySetting> environment(Map<String, String> environment) {
        List<String> exceptions = exceptions(variable(environment, "no_proxy").map(Map.Entry::getValue).orElse(""));
        List<ProxySetting> found = new ArrayList<>();
        for (String scheme : List.of("http", "https")) {
            variable(environment, scheme + "_proxy").or(() -> variable(environment, "all_proxy"))
                .ifPresent(set -> found.add(setting(scheme, set.getValue(), "environment " + set.getKey(), exceptions)));
        }
        return List.copyOf(found);
    }

    private static Optional<Map.Entry<String, String>> variable(Map<String, String> environment, String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
            .filter(each -> !environment.getOrDefault(each, "").isBlank())
            .map(each -> Map.entry(each, environment.get(each).strip())).findFirst();
    }

    /** What {@code gsettings list-recursively org.gnome.system.proxy} prints. */
    public static List<ProxySetting> gnome(String text) {
        Map<String, String> values = new HashMap<>();
        for (String line : Lines.of(text, '\0')) {
            Matcher match = GNOME.matcher(line.strip());
            if (match.matches()) {
                String group = match.group(1) == null ? "" : match.group(1) + ".";
                values.put(group + match.group(2), match.group(3));
            }
        }
        List<String> exceptions = QUOTED.matcher(values.getOrDefault("ignore-hosts", "")).results().map(it -> it.group(1))
            .toList();
        return switch (unquoted(values.getOrDefault("mode", ""))) {
            case "manual" -> manual(List.of("http", "https"), values, exceptions);
            case "auto" -> script(unquoted(values.getOrDefault("autoconfig-url", "")), "desktop GNOME");
            default -> List.of();
        };
    }

    private static List<ProxySetting> manual(List<String> schemes, Map<String, String> values, List<String> exceptions) {
        List<ProxySetting> found = new ArrayList<>();
        for (String scheme : schemes) {
            String host = unquoted(values.getOrDefault(scheme + ".host", ""));
            String port = values.getOrDefault(scheme + ".port", "0").strip();
            if (!host.isBlank()) {
                String written = port.equals("0") ? host : (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host)
                    + ":" + port;
                ProxySetting setting = setting(scheme, written, "desktop GNOME", exceptions);
                boolean user = values.getOrDefault(scheme + ".use-authentication", "").strip().equals("true");
                found.add(new ProxySetting(setting.scheme(), setting.host(), setting.port(), setting.source(), exceptions,
                    user || setting.credentials()));
            }
        }
        return List.copyOf(found);
    }

    /** KDE's {@code kioslaverc}: a port is written behind a blank there. */
    public static List<ProxySetting> kde(String text) {
        Map<String, String> values = new HashMap<>();
        boolean ours = false;
        for (String line : Lines.of(text, '\0')) {
            int equals = line.indexOf('=');
            if (line.startsWith("[")) {
                ours = line.strip().equals("[Proxy Settings]");
            } else if (ours && equals > 0) {
                values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        List<String> exceptions = exceptions(values.getOrDefault("NoProxyFor", ""));
        return switch (values.getOrDefault("ProxyType", "0")) {
            case "1" -> Stream.of("http", "https").filter(scheme -> !values.getOrDefault(scheme + "Proxy", "").isBlank())
                .map(scheme -> setting(scheme, values.get(scheme + "Proxy").replaceFirst(" +(\\d+)$", ":$1"), "desktop KDE",
                    exceptions))
                .toList();
            case "2" -> script(values.getOrDefault("Proxy Config Script", ""), "desktop KDE");
            default -> List.of();
        };
    }

    /** The proxy script at this URL. */
    public static List<ProxySetting> script(String url, String source) {
        if (url.isBlank()) {
            return List.of();
        }
        ProxySetting server = setting("pac", url.replaceFirst("(?<!/)/(?!/).*$", ""), source, List.of());
        return List.of(new ProxySetting("pac", server.host(), server.port(), "pac " + Shown.of(withoutUser(url), SHOWN),
            List.of(), false));
    }

    /** One setting in any of the usual spellings. @param purpose {@code http} or {@code https} */
    public static ProxySetting setting(String purpose, String value, String source, List<String> exceptions) {
        Matcher match = VALUE.matcher(value.length() <= 2000 ? value : "");
        boolean credentials = value.lastIndexOf('@') >= 0;
        int port = match.matches() && match.group(3) != null ? Integer.parseInt(match.group(3)) : USUAL_PORT;
        if (!match.matches() || port < 1 || port > 65_535) {
            return new ProxySetting(purpose, Shown.of(withoutUser(value), SHOWN), USUAL_PORT, source + " (malformed)", exceptions,
                credentials);
        }
        String spoken = match.group(1) == null ? "http" : match.group(1).toLowerCase(Locale.ROOT);
        String scheme = spoken.startsWith("socks") ? "socks" : spoken.equals("https") && !purpose.equals("pac") ? "tls" : purpose;
        return new ProxySetting(scheme, Printable.of(match.group(2).replaceAll("[\\[\\]]", "")), port, source, exceptions,
            credentials);
    }

    private static String withoutUser(String value) {
        int scheme = value.indexOf("://");
        int begin = scheme < 0 ? 0 : scheme + 3;
        int user = value.lastIndexOf('@');
        return user >= begin ? value.substring(0, begin) + value.substring(user + 1) : value;
    }

    private static List<String> exceptions(String text) {
        return Arrays.stream(text.split("[,;\\s]+")).filter(it -> !it.isEmpty()).limit(MOST_EXCEPTIONS).map(Printable::of)
            .toList();
    }

    private static String unquoted(String value) {
        return value.strip().replaceAll("^'|'$", "");
    }
}
