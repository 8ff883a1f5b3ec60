/**
 * The check: what is contacted, the run with its progress, the way outward with its break, and the verdict with what to do. Imports
 * {@code ui.page} and what the window as a whole may.
 */
package org.faultline.ui.wizard;
