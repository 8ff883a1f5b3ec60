package org.faultline.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.faultline.json.JsonText;
import org.faultline.run.Profile;
import org.faultline.run.ProfileReader;

/**
 * What a person chose, kept between two starts.
 *
 * @param consent     whether something beyond the router may be contacted
 * @param language    such as {@code de}; empty for the one of the system
 * @param textPercent size of the text, {@value #SMALLEST_TEXT} to {@value #LARGEST_TEXT}
 * @param window      where the window stood when it was closed
 * @param profile     targets and limits as plain values, in the form that {@link ProfileReader} reads
 * @param more        what single pages keep, by a name of their own; plain values
 */
public record Settings(Consent consent, Look look, String language, int textPercent, Optional<Placement> window,
                       Map<String, Object> profile, Map<String, Object> more) {

    public static final int SMALLEST_TEXT = 100;
    public static final int LARGEST_TEXT = 200;

    public static final Settings DEFAULT = new Settings(Consent.UNASKED, Look.SYSTEM, "", SMALLEST_TEXT, Optional.empty(), Map.of(), Map.of());

    /** May something beyond the router be contacted? Until the answer is there, nothing is. */
    public enum Consent { UNASKED, ACCEPTED, REFUSED }

    public enum Look { SYSTEM, LIGHT, DARK }

    /** A window on the screen, in pixels as the toolkit counts them. */
    public record Placement(double x, double y, double width, double height, boolean maximized) { }

    public Settings {
        profile = Map.copyOf(profile);
        more = Map.copyOf(more);
    }

    /** The language of all words. */
    public Locale locale() {
        return language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language);
    }

    /** What a run may do: the chosen targets where they were accepted, and nothing beyond the router otherwise. */
    public Profile runProfile(Path folder) {
        Profile chosen = chosenProfile(folder);
        return consent == Consent.ACCEPTED ? chosen : chosen.withoutExternal();
    }

    /**
     * The chosen targets and limits, accepted or not.
     *
     * @param folder where certificate files named in the profile are looked for
     * @throws org.faultline.json.BadJson naming the key that cannot be used
     */
    public Profile chosenProfile(Path folder) {
        return profile.isEmpty() ? Profile.DEFAULT : ProfileReader.read(JsonText.write(profile), folder);
    }

    public Settings with(Consent other) {
        return new Settings(other, look, language, textPercent, window, profile, more);
    }

    public Settings with(Look other) {
        return new Settings(consent, other, language, textPercent, window, profile, more);
    }

    public Settings withLanguage(String other) {
        return new Settings(consent, look, other, textPercent, window, profile, more);
    }

    public Settings withTextPercent(int other) {
        return new Settings(consent, look, language, Math.clamp(other, SMALLEST_TEXT, LARGEST_TEXT), window, profile, more);
    }

    public Settings with(Placement other) {
        return new Settings(consent, look, language, textPercent, Optional.of(other), profile, more);
    }

    public Settings withProfile(Map<String, Object> other) {
        return new Settings(consent, look, language, textPercent, window, other, more);
    }

    public Settings withMore(Map<String, Object> other) {
        return new Settings(consent, look, language, textPercent, window, profile, other);
    }
}
