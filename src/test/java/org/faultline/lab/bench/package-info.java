/** How fast the program starts, and the list and the scan of ports are, beside the tools that people would take otherwise. */
package org.faultline.lab.bench;
