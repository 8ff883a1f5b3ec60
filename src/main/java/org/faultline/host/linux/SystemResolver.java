package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.faultline.host.Reading;
import org.faultline.host.Resolve;
import org.faultline.model.Cause;

/**
 * The system's own resolver (getaddrinfo(3)), as any program here would use it: hosts file, name service switch, name servers.
 * It cannot be interrupted and may take 20 s, so each question has a daemon thread of its own, which is left behind when the
 * time is over; at most {@value #AT_ONCE} at once.
 */
final class SystemResolver {

    private static final String METHOD = "getaddrinfo";
    private static final int AT_ONCE = 16;
    private static final int SOCK_STREAM = 1;
    private static final int MOST_ADDRESSES = 256;

    /** {@code struct addrinfo}: four ints, the address's length, pointers to address, canonical name and next. */
    private static final int INFO = 48;
    private static final int TYPE_AT = 8;
    private static final int LENGTH_AT = 16;
    private static final int ADDRESS_AT = 24;
    private static final int NEXT_AT = 40;

    private final Semaphore places = new Semaphore(AT_ONCE);

    Reading<List<InetAddress>> resolve(Resolve request) {
        if (request.name().isEmpty() || request.name().indexOf('\0') >= 0) {
            return Reading.unknown(Cause.MALFORMED, "not a name", METHOD);
        }
        if (!places.tryAcquire()) {
            return Reading.unknown(Cause.TIMED_OUT, AT_ONCE + " earlier questions are still unanswered", METHOD);
        }
        FutureTask<Reading<List<InetAddress>>> question = new FutureTask<>(() -> ask(request.name()));
        Thread.ofPlatform().name("getaddrinfo").daemon().start(() -> {
            question.run();
            places.release();
        });
        return await(question, request);
    }

    /** Silence is the name servers': the resolver asks nobody else for long. */
    private static Reading<List<InetAddress>> await(FutureTask<Reading<List<InetAddress>>> question, Resolve request) {
        try {
            return question.get(Math.max(0, request.timeout().toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return Reading.unknown(Cause.NO_REPLY, "timeout", METHOD);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Reading.unknown(Cause.CANCELLED, "", METHOD);
        } catch (ExecutionException crashed) {
            return Reading.unknown(Cause.CRASHED, crashed.getCause().getClass().getSimpleName(), METHOD);
        }
    }

    private static Reading<List<InetAddress>> ask(String name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment hints = arena.allocate(INFO, Long.BYTES);
            hints.set(JAVA_INT, TYPE_AT, SOCK_STREAM);
            MemorySegment first = arena.allocate(ADDRESS);
            int result = Libc.call(Libc.ADDRESSES_OF, arena.allocateFrom(name).address(), 0, hints.address(), first.address());
            if (result != 0) {
                return failed(result);
            }
            MemorySegment list = first.get(ADDRESS, 0);
            List<InetAddress> addresses = addresses(list);
            Libc.call(Libc.FREE_ADDRESSES, list.address());
            return Reading.known(addresses, METHOD);
        }
    }

    /** In the resolver's order (RFC 6724), each once. */
    private static List<InetAddress> addresses(MemorySegment list) {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        MemorySegment at = list;
        for (int i = 0; i < MOST_ADDRESSES && at.address() != 0; i++) {
            MemorySegment info = at.reinterpret(INFO);
            MemorySegment name = info.get(ADDRESS, ADDRESS_AT);
            if (name.address() != 0) {
                Sockaddr.read(name.reinterpret(Math.clamp(info.get(JAVA_INT, LENGTH_AT), 0, Sockaddr.SIZE)))
                    .map(InetSocketAddress::getAddress).ifPresent(addresses::add);
            }
            at = info.get(ADDRESS, NEXT_AT);
        }
        return new ArrayList<>(addresses);
    }

    /** {@code netdb.h}; EAI_NODATA (-5) and EAI_ADDRFAMILY (-9) are glibc's. */
    private static Reading<List<InetAddress>> failed(int result) {
        return switch (result) {
            case -2 -> Reading.unknown(Cause.NAME_ERROR, "EAI_NONAME", METHOD);
            case -3 -> Reading.unknown(Cause.NO_REPLY, "EAI_AGAIN", METHOD);
            case -4 -> Reading.unknown(Cause.SERVER_FAILURE, "EAI_FAIL", METHOD);
            case -5 -> Reading.unknown(Cause.NO_DATA, "EAI_NODATA", METHOD);
            case -9 -> Reading.unknown(Cause.NO_DATA, "EAI_ADDRFAMILY", METHOD);
            case -10 -> Reading.unknown(Cause.SOCKETS_UNAVAILABLE, "EAI_MEMORY", METHOD);
            case -11 -> Reading.unknown(Cause.UNCLASSIFIED, "EAI_SYSTEM", METHOD);
            default -> Reading.unknown(Cause.UNCLASSIFIED, "EAI " + result, METHOD);
        };
    }
}
