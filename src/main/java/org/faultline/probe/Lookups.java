package org.faultline.probe;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.faultline.host.Host;
import org.faultline.host.Reading;
import org.faultline.host.Resolve;
import org.faultline.model.Cause;

/**
 * The look-ups of one run through the system's own resolver: each name is asked for once, however many probes want it, and literal
 * addresses not at all.
 */
public final class Lookups {

    private final Host host;
    private final Map<String, FutureTask<Reading<List<InetAddress>>>> asked = new ConcurrentHashMap<>();

    Lookups(Host host) {
        this.host = host;
    }

    /** The addresses of the name; waits for whoever asked first, at most {@link External#PATIENCE} and what interruption takes. */
    Reading<List<InetAddress>> of(String name) {
        FutureTask<Reading<List<InetAddress>>> lookup = asked.computeIfAbsent(name, _ -> new FutureTask<>(() -> ask(name)));
        lookup.run();
        try {
            return lookup.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reading.unknown(Cause.CANCELLED, "", "system-resolver");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Reading<List<InetAddress>> ask(String name) {
        try {
            return Reading.known(List.of(InetAddress.ofLiteral(name)), "literal");
        } catch (IllegalArgumentException e) {
            return host.resolve(new Resolve(name, External.PATIENCE));
        }
    }
}
