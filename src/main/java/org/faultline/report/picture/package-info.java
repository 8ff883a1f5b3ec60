/**
 * The decision tree as a picture, without a toolkit: what was asked and what not ({@link org.faultline.report.picture.Outline}), and where
 * each box, line and label lies ({@link org.faultline.report.picture.TreePicture}). The window, the SVG and the reports draw the same one.
 */
package org.faultline.report.picture;
