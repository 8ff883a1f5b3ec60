/**
 * Runs a check: {@link org.faultline.run.Session} starts the probes, feeds the tree and ends with a report.
 * Imports {@code probe}, {@code diagnosis}, {@code host} and {@code model}.
 */
package org.faultline.run;
