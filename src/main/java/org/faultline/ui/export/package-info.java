/**
 * Handing over a report: in which format, in which language, and what is left out. {@link org.faultline.ui.export.ExportModel} decides,
 * {@link org.faultline.ui.export.ExportPage} lays out.
 */
package org.faultline.ui.export;
