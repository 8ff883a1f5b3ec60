package org.faultline.host.windows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faultline.host.ProxySetting;
import org.faultline.host.exchange.ProxyText;

/** Reads the user's proxy from what {@code reg query} prints of {@code Internet Settings}; its names are not translated. */
final class InternetSettings {

    private static final Pattern VALUE = Pattern.compile("^\\s+(\\w+)\\s+REG_\\w+\\s+(.*)$");

    private InternetSettings() { }

    /** {@code ProxyServer} is {@code host:port} for all, or {@code http=host:port;https=host:port}. */
    static List<ProxySetting> parse(String text) {
        Map<String, String> values = new HashMap<>();
        for (String line : text.lines().toList()) {
            Matcher match = VALUE.matcher(line);
            if (match.matches()) {
                values.put(match.group(1), match.group(2).strip());
            }
        }
        List<ProxySetting> found = new ArrayList<>();
        if (values.getOrDefault("ProxyEnable", "0x0").equals("0x1")) {
            List<String> exceptions = Arrays.stream(values.getOrDefault("ProxyOverride", "").split(";"))
                .filter(it -> !it.isBlank()).toList();
            String server = values.getOrDefault("ProxyServer", "");
            for (String scheme : List.of("http", "https")) {
                Arrays.stream(server.split(";")).filter(it -> it.startsWith(scheme + "=") || !it.contains("=") && !it.isBlank())
                    .findFirst()
                    .ifPresent(it -> found.add(ProxyText.setting(scheme, it.substring(it.indexOf('=') + 1), "desktop Windows",
                        exceptions)));
            }
        }
        if (!values.getOrDefault("AutoConfigURL", "").isBlank()) {
            found.addAll(ProxyText.script(values.get("AutoConfigURL"), "desktop Windows"));
        }
        return List.copyOf(found);
    }
}
