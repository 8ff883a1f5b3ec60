/** The page of the watch: its rounds in time, and what changed. */
package org.faultline.ui.watch;
