package org.faultline.ui.page;

import java.nio.file.Path;

/** Where a report that is shown comes from. Only what was measured here and now may be checked again, compared and kept. */
public sealed interface Origin {

    /** From a check of this computer by this window. */
    record Here() implements Origin { }

    /** From a saved report, of this computer or another. */
    record Saved(Path file) implements Origin { }

    /** From the history of this computer. */
    record Kept() implements Origin { }

    /** From a handover code, spoken or scanned. */
    record Code() implements Origin { }

    default boolean here() {
        return this instanceof Here;
    }
}
