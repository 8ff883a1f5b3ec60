/**
 * The window, and the only room that imports JavaFX. One View and one Model a page: a View lays out and binds, a Model decides and is
 * tested without a toolkit. Imports {@code store}, {@code run}, {@code report}, {@code diagnosis}, {@code json} and {@code model}.
 *
 * <p>This package holds the window itself; each page lives in a package of its own below it and imports what all pages share from
 * {@link org.faultline.ui.page}, never this package and never another page.
 *
 * <p><b>To add a page</b>: a class in {@code ui.NAME} that implements {@link org.faultline.ui.page.Page} and has a constructor
 * {@code (Surroundings, Frame)}; its words in {@code words/NAME.properties} and {@code words/NAME_de.properties}, of which {@code title}
 * names it in the navigation; its line in {@link org.faultline.ui.Pages}. Colours, spacing and the look of controls come from
 * {@code ui/faultline.css}; the small pieces of the layout from {@link org.faultline.ui.page.Pieces}.
 */
package org.faultline.ui;
