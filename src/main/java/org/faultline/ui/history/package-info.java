/** The page of the runs that were kept: opened, compared, deleted. */
package org.faultline.ui.history;
