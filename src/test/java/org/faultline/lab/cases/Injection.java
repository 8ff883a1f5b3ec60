package org.faultline.lab.cases;

import org.faultline.lab.net.Lab;

/** Does something to a healthy lab; when it returns, the thing is done and visible. */
@FunctionalInterface
public interface Injection {
    void into(Lab lab);
}
