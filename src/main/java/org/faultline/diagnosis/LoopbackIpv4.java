package org.faultline.diagnosis;

import static org.faultline.diagnosis.Step.tree;

/** PLACEHOLDER. */
final class LoopbackIpv4 {

    static final Node TREE = tree();

    private LoopbackIpv4() { }
}
