package org.faultline.host.plain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.faultline.host.Reading;
import org.faultline.host.Resolve;
import org.faultline.model.Cause;

/**
 * Asks the system's resolver through Java, which cannot be interrupted (up to 30 s with a silent server) and gives one exception
 * for every failure: so each look-up has a thread of its own that may be left behind, and a failure is UNCLASSIFIED.
 * Java answers {@code localhost} even where the system does not.
 */
public final class NameLookup {

    private static final String METHOD = "InetAddress";
    private static final int MOST_AT_ONCE = 32;

    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    public NameLookup() {
        // Read by Java at its first look-up: an answer from half a minute ago is no measurement.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    /** NO_REPLY after the timeout; NOT_SUPPORTED while 32 earlier look-ups still hang. */
    public Reading<List<InetAddress>> resolve(Resolve request) {
        if (!room.tryAcquire()) {
            return Reading.unknown(Cause.NOT_SUPPORTED, "too many look-ups hang", METHOD);
        }
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("name-lookup").start(() -> ask(request.name(), answer));
        try {
            return Reading.known(answer.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS), METHOD);
        } catch (TimeoutException _) {
            return Reading.unknown(Cause.NO_REPLY, "", METHOD);
        } catch (ExecutionException _) {
            return Reading.unknown(Cause.UNCLASSIFIED, "UnknownHostException", METHOD);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Reading.unknown(Cause.CANCELLED, "", METHOD);
        }
    }

    private void ask(String name, CompletableFuture<List<InetAddress>> answer) {
        try {
            answer.complete(List.of(InetAddress.getAllByName(name)));
        } catch (UnknownHostException unknown) {
            answer.completeExceptionally(unknown);
        } finally {
            room.release();
        }
    }
}
