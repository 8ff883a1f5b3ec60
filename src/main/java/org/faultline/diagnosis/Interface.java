package org.faultline.diagnosis;

import static org.faultline.diagnosis.Step.tree;

/** PLACEHOLDER. */
final class Interface {

    static final Node TREE = tree();

    private Interface() { }
}
