package org.faultline.host;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of it.
 *
 * @param failure     {@link Failure#NONE} once at least one byte was heard; NO_REPLY for silence on an open connection, CLOSED_EARLY or
 *                    RESET for one that ended without a word; PLAIN_TEXT or HANDSHAKE_FAILED where TLS was not to be had; else why no connection came about
 * @param connected   the TCP handshake was complete
 * @param secured     the TLS handshake was complete
 * @param heard       as it came, not escaped
 * @param certificate the server's own, where one was shown; {@code trust} is what a browser would object to, NONE if nothing
 */
public record ConversationReply(Failure failure, boolean connected, boolean secured, byte[] heard,
                                Optional<TlsReply.Certificate> certificate, Failure trust, Duration elapsed, String method) { }
