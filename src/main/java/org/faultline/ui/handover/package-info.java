/** The page on which a verdict is handed over by code, and a code that somebody else read out is opened. */
package org.faultline.ui.handover;
