package org.faultline.diagnosis;

import static org.faultline.diagnosis.Step.tree;

/** PLACEHOLDER. */
final class Gateway {

    static final Node TREE = tree();

    private Gateway() { }
}
