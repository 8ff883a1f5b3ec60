package org.faultline.fake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.faultline.host.Host;

/** A host some of whose calls, by method name, throw as a bug would, or never return. */
public final class TroubledHost {

    private TroubledHost() { }

    public static Host of(Host host, Set<String> crashing, Set<String> hanging) {
        return (Host) Proxy.newProxyInstance(Host.class.getClassLoader(), new Class<?>[] {Host.class}, (_, method, arguments) -> {
            if (crashing.contains(method.getName())) {
                throw new IllegalStateException("crashed on purpose");
            }
            if (hanging.contains(method.getName())) {
                new CountDownLatch(1).await();
            }
            try {
                return method.invoke(host, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
