package org.faultline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faultline.report.Texts;

/** What is remembered on this computer beside the history, and so stays where all of that is deleted: who deletes all of it is to know. */
public final class KeptApart {

    private KeptApart() { }

    /** A sentence for each thing that is there. */
    public static List<String> told(Folders folders, Locale locale) {
        Texts texts = new Texts("history", locale);
        List<String> stays = new ArrayList<>();
        if (Files.exists(PortBaseline.usual(folders))) {
            stays.add(texts.get("stays.ports", PortBaseline.usual(folders)));
        }
        if (sessions(folders)) {
            stays.add(texts.get("stays.sessions"));
        }
        return stays;
    }

    private static boolean sessions(Folders folders) {
        try {
            return new GuidedSessions(folders).any();
        } catch (IOException _) {
            return false;
        }
    }
}
