package org.faultline.ui.page;

import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/**
 * An icon as a letter of its font. The style sheet alone gives it size and colour: Ikonli's own node writes its size into a style of its
 * own, which from then on wins against the size of the text around it.
 */
public final class Icon extends Text {

    Icon(Ikon which) {
        super(Character.toString(which.getCode()));
        // Loads the font of this icon where it was not loaded yet.
        IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance()).resolve(which.getDescription());
        getStyleClass().add("icon");
        setAccessibleRole(AccessibleRole.NODE);
    }
}
