/**
 * A small writer of PDF 1.7 (ISO 32000-1): text in the standard fonts, lines and shapes, tagged so that a screen reader can read it,
 * compressed. Knows nothing of reports and imports {@code model} only, to make text safe to show.
 */
package org.faultline.report.pdf;
