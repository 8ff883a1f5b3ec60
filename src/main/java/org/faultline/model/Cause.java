package org.faultline.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why an observation did not pass: a closed list, so that no failure is ever recognised by its message text.
 * The errno or the peer's own words may stand beside it in {@link Observation#detail()}, never instead of it.
 */
public enum Cause {
    /** Nothing to explain: the observation passed. */
    NONE,

    // What the network answered, or did not.
    NO_REPLY, REFUSED, RESET, CLOSED_EARLY, STALLED, LOSS, SLOW,
    NO_ROUTE, NET_UNREACHABLE, HOST_UNREACHABLE, PORT_UNREACHABLE, PROHIBITED, TIME_EXCEEDED, TOO_BIG,
    /** The kernel refused the destination as invalid (EINVAL: blackhole route, martian). */
    INVALID_DESTINATION,
    /** The local packet filter refused to let a packet out (EPERM at send). */
    BLOCKED_LOCALLY,
    ADDRESS_NOT_AVAILABLE, PORTS_EXHAUSTED, PROTOCOL_UNAVAILABLE, SOCKETS_UNAVAILABLE,
    /** Somebody answered, and it was not the one asked. */
    WRONG_PEER,

    // What the machine's state says.
    MISSING, DOWN, NO_CARRIER, DISABLED, RADIO_OFF, NOT_ASSOCIATED, WEAK_SIGNAL, FLAPPING, ERRORS, DUPLICATE, LINK_LOCAL_ONLY,
    OFF_LINK, ON_LINK, ELSEWHERE, TOO_SMALL, OVERRIDDEN, UNREADABLE, BAD_ENCODING, MISORDERED, PINNED, CHANGED, FILTERED, COMPETING,

    // What a name server answered.
    SERVER_FAILURE, NAME_ERROR, QUERY_REFUSED, NO_DATA, TRUNCATED, MALFORMED, WRONG_ANSWER,

    // What a web or TLS server answered.
    REDIRECTED, UNEXPECTED_STATUS, UNEXPECTED_BODY, PROXY_AUTH_REQUIRED, PLAIN_TEXT, HANDSHAKE_FAILED,
    CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID, CERTIFICATE_WRONG_HOST, CERTIFICATE_UNTRUSTED,

    // What a person who was asked said: the bad answer, or that they do not know.
    TOLD, NOT_KNOWN,
    // What a service of this computer did.
    OTHER_FAMILY, OTHER_PROTOCOL, ENCRYPTED, NOT_ACCEPTED, QUEUE_FULL, EXPOSED, UNLISTED,

    // Why it was not measured. None of these is ever evidence of a fault in the network.
    NOT_PERMITTED, TOOL_MISSING, NOT_SUPPORTED, DESCRIPTORS_EXHAUSTED, IPV4_ONLY_PROGRAM,
    TIMED_OUT, CRASHED, CANCELLED, NOT_CONFIGURED, NOT_NEEDED, UNCLASSIFIED;

    /** The untranslated kebab-case name used in reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The cause with this {@link #id()}, or nothing. */
    public static Optional<Cause> of(String id) {
        return Arrays.stream(values()).filter(cause -> cause.id().equals(id)).findFirst();
    }
}
