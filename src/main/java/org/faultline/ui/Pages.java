package org.faultline.ui;

import java.util.List;
import org.faultline.ui.page.PageEntry;
import org.faultline.ui.wizard.QuickCheckPage;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Every page of the window, written out, in the order of the navigation. */
final class Pages {

    private static final List<PageEntry> ALL = List.of(
        new PageEntry(QuickCheckPage.ID, MaterialDesignS.STETHOSCOPE, true, QuickCheckPage::new));

    private Pages() { }

    static List<PageEntry> all() {
        return ALL;
    }
}
