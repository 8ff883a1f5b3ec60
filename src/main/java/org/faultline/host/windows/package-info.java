/**
 * This machine when it runs Windows, through OSHI and the system's own tools. Never run on Windows by us: the parsers are tested
 * with samples written from documentation, everything that is not sure is "not measured".
 */
package org.faultline.host.windows;
