package org.faultline.host.plain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faultline.host.ProxySetting;
import org.faultline.host.Reading;
import org.faultline.host.exchange.ProxyText;

/** The proxies of this user: the environment, then the settings of GNOME and KDE. {@link ProxyText} says what is kept. */
public final class ConfiguredProxies {

    /** {@code gsettings} answers in 20 to 60 ms; without a session bus it would start one, so it is not asked then. */
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int MOST_BYTES = 1 << 20;
    private static final List<String> GNOME = List.of("gsettings", "list-recursively", "org.gnome.system.proxy");

    private ConfiguredProxies() { }

    /** @param home the user's directory; settings that are not there or not readable count as none */
    public static Reading<List<ProxySetting>> read(Map<String, String> environment, Path home) {
        List<ProxySetting> found = new ArrayList<>(ProxyText.environment(environment));
        if (environment.containsKey("DBUS_SESSION_BUS_ADDRESS")) {
            Command.run(PATIENCE, GNOME).value().map(ProxyText::gnome).ifPresent(found::addAll);
        }
        found.addAll(ProxyText.kde(text(home.resolve(".config/kioslaverc"))));
        return Reading.known(List.copyOf(found), "environment, desktop settings");
    }

    private static String text(Path path) {
        if (!Files.isRegularFile(path)) {
            return "";
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
