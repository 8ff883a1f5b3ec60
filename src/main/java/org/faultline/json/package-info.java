/**
 * JSON text to plain values and back, and {@link org.faultline.json.Place}, which reads them and names the place of whatever is
 * wrong. Knows nothing of the program and imports none of its rooms.
 */
package org.faultline.json;
