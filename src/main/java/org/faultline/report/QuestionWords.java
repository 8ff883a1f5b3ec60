package org.faultline.report;

/**
 * A question of the decision tree in plain words, for the box in the tree and for whoever asks why.
 *
 * @param text the question itself
 * @param why  what its answer tells and why it is asked here
 */
public record QuestionWords(String text, String why) { }
