/** The page of what is open on this computer. */
package org.faultline.ui.ports;
