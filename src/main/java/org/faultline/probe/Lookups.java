package org.faultline.probe;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.faultline.host.Host;
import org.faultline.host.ProxySetting;
import org.faultline.host.Reading;
import org.faultline.host.Resolve;
import org.faultline.model.Cause;

/**
 * What takes a while to ask the system for, asked once a run however many probes want it, by whoever needs it first: names through the
 * system's own resolver (literal addresses not at all), and the proxies, which a desktop may keep behind a program of its own.
 */
public final class Lookups {

    private final Host host;
    private final Map<String, FutureTask<Reading<List<InetAddress>>>> asked = new ConcurrentHashMap<>();

    private final FutureTask<Reading<List<ProxySetting>>> proxies;

    Lookups(Host host) {
        this.host = host;
        this.proxies = new FutureTask<>(host::proxies);
    }

    Reading<List<ProxySetting>> proxies() {
        return once(proxies, "configuration");
    }

    /** The addresses of the name; waits for whoever asked first, at most {@link External#PATIENCE} and what interruption takes. */
    Reading<List<InetAddress>> of(String name) {
        return once(asked.computeIfAbsent(name, _ -> new FutureTask<>(() -> ask(name))), "system-resolver");
    }

    private static <T> Reading<T> once(FutureTask<Reading<T>> question, String method) {
        question.run();
        try {
            return question.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reading.unknown(Cause.CANCELLED, "", method);
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
