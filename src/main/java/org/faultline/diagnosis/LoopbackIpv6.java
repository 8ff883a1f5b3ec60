package org.faultline.diagnosis;

import static org.faultline.diagnosis.Step.tree;

/** PLACEHOLDER. */
final class LoopbackIpv6 {

    static final Node TREE = tree();

    private LoopbackIpv6() { }
}
