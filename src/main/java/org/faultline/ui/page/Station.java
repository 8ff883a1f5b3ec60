package org.faultline.ui.page;

import org.faultline.model.Stage;

/**
 * One place on the way outward.
 *
 * @param name        an address, an adapter, or what it is where its name is not known
 * @param what        what it is
 * @param detail      its address or how quickly it answers; empty without either
 * @param word        the state as a word
 * @param breakBefore the way is broken between the place before and this one
 */
public record Station(Stage stage, Mark mark, String name, String what, String detail, String word, boolean breakBefore) { }
