package org.faultline.host.exchange;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Predicate;
import org.faultline.host.Failure;

/**
 * What carries the bytes of a conversation: TCP streams and single UDP exchanges, whose failures are values.
 * Every call ends by its deadline and within 100 ms of an interruption of its thread, then with CANCELLED and with the interrupt
 * flag still set. Nothing here throws for what the network or the peer does. Safe for use by several threads.
 */
public interface Wire {

    /**
     * Opens a TCP connection. Silence until the deadline is {@link Failure#NO_REPLY}. A connection that the kernel made with
     * our own socket (source and target are the same address and port) counts as REFUSED.
     */
    Opened open(InetSocketAddress target, Deadline deadline);

    /**
     * Sends the payload from a connected socket of its own, and once more if nothing was accepted in time, and waits for a
     * datagram that is accepted. Port unreachable is REFUSED, silence {@link Failure#NO_REPLY}; a datagram that was not
     * accepted is passed over and the wait goes on.
     */
    Received exchange(Query query, Deadline deadline);

    /** How it is done, as reports name it: {@code nio}, {@code linux-socket}. */
    String method();

    sealed interface Opened {

        record Open(Stream stream) implements Opened { }

        record NotOpen(Failure failure) implements Opened { }
    }

    /** One open TCP connection. For one thread. */
    interface Stream extends AutoCloseable {

        /** Sends all of it. A peer that takes no more until the deadline is STALLED. */
        Failure send(byte[] bytes, Deadline deadline);

        /**
         * Waits for bytes: at least one and at most {@code atMost} come with {@link Failure#NONE}. Otherwise none do, and:
         * CLOSED_EARLY with errno NONE for the peer's orderly end (whether it was early is the caller's to say), RESET,
         * STALLED or TIMED_OUT ({@link Deadline#overAfterWaiting}) for silence until the deadline, or another errno.
         */
        Received receive(int atMost, Deadline deadline);

        /** Says that nothing more comes from us (half-close); what the other side still says can be read. Never throws. */
        void end();

        /** Closes without waiting; never throws. */
        @Override
        void close();
    }

    /** @param bytes empty unless the failure is {@link Failure#NONE} */
    record Received(Failure failure, byte[] bytes) {

        private static final byte[] NOTHING = {};

        public static Received of(byte[] bytes) {
            return new Received(Failure.NONE, bytes);
        }

        public static Received failed(Failure failure) {
            return new Received(failure, NOTHING);
        }
    }

    /**
     * One UDP question.
     *
     * @param resendAfter when the payload is sent a second time, from the start; not before the deadline means never
     * @param accepts     whether a datagram from the server is the answer; called on the caller's thread, must not throw
     * @param largest     most bytes of a datagram that are kept
     */
    record Query(InetSocketAddress server, byte[] payload, Duration resendAfter, int largest, Predicate<byte[]> accepts) { }
}
