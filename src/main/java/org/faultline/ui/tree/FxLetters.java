package org.faultline.ui.tree;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.faultline.report.picture.Lettering;

/** The widths of the window's own letters; each word is measured once. */
final class FxLetters implements Lettering {

    /** A line is as high as sixteen pixels are to letters of thirteen. */
    private static final double LINE = 16.0 / 13;

    private final Font plain;
    private final Font bold;
    private final Text ruler = new Text();
    private final Map<String, Double> plainWidths = new HashMap<>();
    private final Map<String, Double> boldWidths = new HashMap<>();

    FxLetters(Font font) {
        this.plain = font;
        this.bold = Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());
    }

    Font font() {
        return plain;
    }

    @Override
    public double width(String text, boolean strong) {
        return (strong ? boldWidths : plainWidths).computeIfAbsent(text, words -> measured(words, strong ? bold : plain));
    }

    private double measured(String words, Font font) {
        ruler.setFont(font);
        ruler.setText(words);
        return ruler.getLayoutBounds().getWidth();
    }

    @Override
    public double lineHeight() {
        return plain.getSize() * LINE;
    }

    /** What must lie between two lines of the toolkit to make one of ours. */
    double spacing() {
        ruler.setFont(plain);
        ruler.setText("Ag");
        return lineHeight() - ruler.getLayoutBounds().getHeight();
    }
}
