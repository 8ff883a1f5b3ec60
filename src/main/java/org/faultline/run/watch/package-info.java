/**
 * Keeps watching: {@link org.faultline.run.watch.Watch} repeats a check cheaply and says what changed. Everything that it remembers is
 * bounded. Imports what {@code run} imports.
 */
package org.faultline.run.watch;
