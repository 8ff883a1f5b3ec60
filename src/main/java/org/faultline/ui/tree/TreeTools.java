package org.faultline.ui.tree;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.faultline.report.Texts;
import org.faultline.ui.page.Pieces;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The buttons above the tree: find, unfold everything, smaller, larger, all of it, and back to where the run stands. */
final class TreeTools extends HBox {

    TreeTools(Texts texts, Runnable find, Runnable unfold, Framing framing) {
        Button search = Pieces.iconButton(MaterialDesignM.MAGNIFY, texts.get("tool.find"), find);
        search.setId("tree-find");
        Button all = Pieces.iconButton(MaterialDesignU.UNFOLD_MORE_HORIZONTAL, texts.get("tool.all"), unfold);
        all.setId("tree-all");
        getChildren().setAll(search, all,
            Pieces.iconButton(MaterialDesignM.MINUS, texts.get("tool.smaller"), () -> framing.zoom(1 / Framing.STEP)),
            Pieces.iconButton(MaterialDesignP.PLUS, texts.get("tool.larger"), () -> framing.zoom(Framing.STEP)),
            Pieces.iconButton(MaterialDesignF.FIT_TO_PAGE_OUTLINE, texts.get("tool.fit"), framing::fit),
            Pieces.iconButton(MaterialDesignC.CROSSHAIRS, texts.get("tool.focus"), framing::lead));
        setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("tree-tools");
    }
}
