package org.faultline.host.windows;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faultline.host.NetworkState.Wifi;
import org.faultline.model.Printable;

/**
 * Reads what {@code netsh wlan show interfaces} prints. Its words are translated except SSID, BSSID and GUID: the line before the
 * one before GUID names the adapter, a BSSID means that it has joined, the only value in per cent is the signal.
 */
final class WlanInterfaces {

    private static final Pattern LINE = Pattern.compile("^\\s+([^:]+?)\\s*: (.*)$");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})\\s?%");
    private static final int MOST = 32;

    private WlanInterfaces() { }

    /** By the adapter's name as Windows shows it ({@code Wi-Fi}). */
    static Map<String, Wifi> parse(String text) {
        Map<String, Wifi> found = new LinkedHashMap<>();
        String name = "";
        String before = "";
        String last = "";
        for (String line : text.lines().toList()) {
            Matcher match = LINE.matcher(line);
            if (match.matches() && found.size() < MOST) {
                String key = match.group(1).toUpperCase(Locale.ROOT);
                String value = match.group(2).strip();
                if (key.equals("GUID")) {
                    name = before;
                    found.put(name, new Wifi(false, Optional.empty(), ""));
                } else if (found.containsKey(name)) {
                    found.computeIfPresent(name, (_, wifi) -> with(wifi, key, value));
                }
                before = last;
                last = value;
            }
        }
        return found;
    }

    private static Wifi with(Wifi wifi, String key, String value) {
        Matcher percent = PERCENT.matcher(value);
        return switch (key) {
            case "SSID" -> new Wifi(wifi.associated(), wifi.signalPercent(), Printable.of(value));
            case "BSSID", "AP BSSID" -> new Wifi(true, wifi.signalPercent(), wifi.ssid());
            default -> percent.matches()
                ? new Wifi(wifi.associated(), Optional.of(Math.min(100, Integer.parseInt(percent.group(1)))), wifi.ssid()) : wifi;
        };
    }
}
