package org.faultline.host.exchange;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** What a conversation costs in memory. */
final class Heap {

    static {
        // The program itself needs no management beans; only this measurement reads them.
        Heap.class.getModule().addReads(ModuleLayer.boot().findModule("java.management").orElseThrow());
    }

    private Heap() { }

    /** Bytes ever allocated by the calling thread: an upper bound for what it can hold. */
    static long allocatedByThisThread() {
        try {
            return (long) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "CurrentThreadAllocatedBytes");
        } catch (JMException unknown) {
            throw new AssertionError(unknown);
        }
    }
}
