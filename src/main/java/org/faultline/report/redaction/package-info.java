/**
 * Takes out of a report what its owner did not mean to give. {@link org.faultline.report.Redaction} is the way in; {@code Fields} is the
 * list of what may be in a report, {@code Rules} finds what must not be in a text. Imports {@code model}, and of
 * {@code diagnosis} the ids of the questions.
 */
package org.faultline.report.redaction;
