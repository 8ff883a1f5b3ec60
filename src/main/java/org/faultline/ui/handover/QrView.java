package org.faultline.ui.handover;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import org.faultline.report.handover.QrPicture;

/** A QR picture: always black on white, with its margin, whatever the looks of the window. */
final class QrView extends StackPane {

    /** 61 modules with their margin are 276 pixels, 7 cm on a usual screen: more than a phone needs at arm's length. */
    private static final int PIXELS = 4;

    QrView(String words) {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words);
        setId("qr");
    }

    /** @param textPercent whoever needs large letters sits further away, and their phone as well */
    void show(QrPicture picture, int textPercent) {
        int module = Math.max(PIXELS, PIXELS * textPercent / 100);
        int side = (picture.size() + 2 * QrPicture.MARGIN) * module;
        SVGPath dark = new SVGPath();
        dark.setContent(path(picture, module));
        dark.setFill(Color.BLACK);
        dark.setFillRule(FillRule.NON_ZERO);
        dark.setSmooth(false);
        getChildren().setAll(new Rectangle(side, side, Color.WHITE), dark);
        setMinSize(side, side);
        setMaxSize(side, side);
    }

    /** One bar for each run of dark modules in a row. */
    private static String path(QrPicture picture, int module) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < picture.size(); y++) {
            for (int x = 0; x < picture.size(); x++) {
                int from = x;
                while (x < picture.size() && picture.isDark(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from * module).append(' ').append(y * module).append('h').append((x - from) * module)
                        .append('v').append(module).append('h').append(-(x - from) * module).append('z');
                }
            }
        }
        return path.toString();
    }
}
