/**
 * The decision tree: {@link org.faultline.diagnosis.Tree} lists the stages, one file per stage holds its questions in the order in
 * which they are asked, and {@link org.faultline.diagnosis.Walk} follows them. Pure: no I/O, no clock, no threads.
 * Imports {@code model} only.
 */
package org.faultline.diagnosis;
