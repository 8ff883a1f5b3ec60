/**
 * The formats in which a report is handed over, one class each, and {@link org.faultline.report.format.Formats}, the written-out list.
 * Imports {@code report}, {@code report.picture} and {@code report.pdf}; nothing here reads a clock, a file or the network.
 */
package org.faultline.report.format;
