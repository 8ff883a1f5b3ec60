package org.faultline.diagnosis;

import static org.faultline.diagnosis.Step.tree;

/** PLACEHOLDER. */
final class External {

    static final Node TREE = tree();

    private External() { }
}
