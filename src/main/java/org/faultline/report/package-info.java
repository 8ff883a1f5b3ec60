/**
 * What people and other programs get to read: {@link org.faultline.report.Words} turns codes into sentences, and each report
 * format has one class. The sentences themselves are resources beside the code, one file a language.
 * Imports {@code model}, and {@code diagnosis} to draw the tree.
 */
package org.faultline.report;
