package org.faultline.ui.page;

import java.util.function.IntFunction;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;
import org.faultline.report.TextStyle;

/** Text in letters of one width, as a terminal shows it, told anew for the columns that there is room for. */
public final class ToldText extends TextArea {

    private static final int LEAST = 40;
    private static final int MOST = 90;
    private static final String RULER = "0".repeat(MOST);
    /** In sizes of the text: the rims, and a scroll bar. */
    private static final double BESIDE = 3.4;

    private IntFunction<String> words = _ -> "";
    private int columns;

    public ToldText() {
        setEditable(false);
        setWrapText(true);
        getStyleClass().add("code-told");
        widthProperty().addListener(_ -> fit());
        fontProperty().addListener(_ -> fit());
    }

    /** How text is to look in so many columns. */
    public static TextStyle style(int columns) {
        return new TextStyle(columns, true, false, TextStyle.Detail.USUAL);
    }

    /** @param told the text for so many columns */
    public void tell(IntFunction<String> told) {
        words = told;
        columns = columns();
        setText(words.apply(columns));
    }

    private void fit() {
        if (columns() != columns) {
            tell(words);
        }
    }

    private int columns() {
        Text ruler = new Text(RULER);
        ruler.setFont(getFont());
        return (int) Math.clamp((getWidth() - BESIDE * getFont().getSize()) * MOST / ruler.getLayoutBounds().getWidth(), LEAST, MOST);
    }
}
