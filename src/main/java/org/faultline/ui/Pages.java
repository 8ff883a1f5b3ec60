package org.faultline.ui;

import java.util.List;
import org.faultline.ui.export.ExportPage;
import org.faultline.ui.guided.GuidedPage;
import org.faultline.ui.handover.HandoverPage;
import org.faultline.ui.help.HelpPage;
import org.faultline.ui.history.HistoryPage;
import org.faultline.ui.page.PageEntry;
import org.faultline.ui.ports.PortsPage;
import org.faultline.ui.practice.PracticePage;
import org.faultline.ui.service.ServicePage;
import org.faultline.ui.settings.SettingsPage;
import org.faultline.ui.watch.WatchPage;
import org.faultline.ui.wizard.QuickCheckPage;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Every page of the window, written out, in the order of the navigation. */
final class Pages {

    private static final List<PageEntry> ALL = List.of(
        new PageEntry(QuickCheckPage.ID, MaterialDesignS.STETHOSCOPE, true, QuickCheckPage::new),
        new PageEntry(GuidedPage.ID, MaterialDesignA.ACCOUNT_VOICE, true, GuidedPage::new),
        new PageEntry(ServicePage.ID, MaterialDesignL.LAN_CONNECT, false, ServicePage::new),
        new PageEntry(PortsPage.ID, MaterialDesignD.DOOR_OPEN, false, PortsPage::new),
        new PageEntry(WatchPage.ID, MaterialDesignP.PULSE, false, WatchPage::new),
        new PageEntry(HistoryPage.ID, MaterialDesignH.HISTORY, false, HistoryPage::new),
        new PageEntry(HandoverPage.ID, MaterialDesignQ.QRCODE, false, HandoverPage::new),
        new PageEntry(ExportPage.ID, MaterialDesignE.EXPORT_VARIANT, ExportPage::new),
        new PageEntry(PracticePage.ID, MaterialDesignS.SCHOOL_OUTLINE, false, PracticePage::new),
        new PageEntry(HelpPage.ID, MaterialDesignH.HELP_CIRCLE_OUTLINE, false, HelpPage::new),
        new PageEntry(SettingsPage.ID, MaterialDesignC.COG_OUTLINE, false, SettingsPage::new));

    private Pages() { }

    static List<PageEntry> all() {
        return ALL;
    }
}
