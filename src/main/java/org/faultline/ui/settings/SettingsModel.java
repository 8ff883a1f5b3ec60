package org.faultline.ui.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.faultline.json.BadJson;
import org.faultline.json.JsonText;
import org.faultline.run.Profile;
import org.faultline.run.ProfileReader;
import org.faultline.run.ProfileWriter;
import org.faultline.store.Settings;
import org.faultline.store.Settings.Consent;

/** What may be changed, and whether a value that was typed can be used. */
final class SettingsModel {

    /** The limits, by their keys in a profile. */
    enum Limit {
        GATEWAY("gatewayRttMs"), LOSS("lossPercent"), DNS("dnsMs"), EXTERNAL("externalRttMs");

        private final String key;

        Limit(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        /** The name of its unit among the words: {@code ms} or {@code percent}. */
        String unit() {
            return this == LOSS ? "percent" : "ms";
        }
    }

    private final Path folder;

    /** @param folder where certificate files named in the profile are looked for */
    SettingsModel(Path folder) {
        this.folder = folder;
    }

    /** The limit as it stands, without superfluous zeros. */
    String value(Settings settings, Limit limit) {
        Object value = limits(settings).get(limit.key());
        double number = ((Number) value).doubleValue();
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private Map<String, Object> limits(Settings settings) {
        Map<String, Object> limits = new LinkedHashMap<>();
        JsonText.read(JsonText.write(ProfileWriter.document(settings.chosenProfile(folder))), 1 << 20, "profile").field("thresholds").object()
            .forEach(limits::put);
        return limits;
    }

    /** What came of a value that was typed: new settings, or why it cannot be used. */
    record Changed(Optional<Settings> settings, String problem) { }

    Changed with(Settings settings, Limit limit, String typed) {
        try {
            Map<String, Object> limits = limits(settings);
            limits.put(limit.key(), Double.parseDouble(typed.strip().replace(',', '.')));
            Map<String, Object> profile = new LinkedHashMap<>(settings.profile());
            profile.put("thresholds", limits);
            ProfileReader.read(JsonText.write(profile), folder);
            return new Changed(Optional.of(settings.withProfile(profile)), "");
        } catch (NumberFormatException | BadJson e) {
            return new Changed(Optional.empty(), typed);
        }
    }

    /** The usual settings; the window stays where it is, and what single pages keep stays too. */
    Settings usual(Settings settings) {
        Settings usual = Settings.DEFAULT.withMore(settings.more());
        return settings.window().map(usual::with).orElse(usual);
    }

    /** Nothing beyond the router is contacted from now on. */
    Settings inside(Settings settings) {
        return settings.with(Consent.REFUSED);
    }
}
