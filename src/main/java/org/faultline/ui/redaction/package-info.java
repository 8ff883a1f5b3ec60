/** Shows what a redaction would replace, in place, before anything is written. */
package org.faultline.ui.redaction;
