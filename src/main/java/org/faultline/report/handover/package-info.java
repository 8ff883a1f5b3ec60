/**
 * A verdict that fits through a phone: as a QR picture and as sixteen characters to read aloud. {@link org.faultline.report.HandoverCode} is the
 * way in. Imports {@code model} only, and the QR encoder.
 */
package org.faultline.report.handover;
