package org.faultline.ui.redaction;

import org.faultline.report.Texts;

/** What a field of a report is for a person: {@code machine.interfaces[0].mac} is the hardware address of an adapter. */
final class PlaceWords {

    private final Texts texts;

    PlaceWords(Texts texts) {
        this.texts = texts;
    }

    /** The words of the field itself, else those of what it is a part of. */
    String of(String field) {
        String name = field.replaceAll("\\[[0-9]+]", "");
        while (!texts.has("place." + name)) {
            int end = name.lastIndexOf('.');
            if (end < 0) {
                return texts.get("place");
            }
            name = name.substring(0, end);
        }
        return texts.get("place." + name);
    }
}
