package org.faultline.practice;

import java.util.Locale;

/** How much an exercise asks for. */
public enum Level {
    EASY, MEDIUM, HARD;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
