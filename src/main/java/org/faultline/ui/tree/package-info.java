/** The decision tree in the window: the picture of {@link org.faultline.report.picture}, live, to zoom, pan, walk by keys and search. */
package org.faultline.ui.tree;
