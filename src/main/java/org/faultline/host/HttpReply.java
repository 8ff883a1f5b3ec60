package org.faultline.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer to one GET.
 *
 * @param failure  {@link Failure#NONE} once a well-formed status line and headers came; MALFORMED when they were not HTTP
 * @param status   HTTP status, 0 without an answer
 * @param location where a redirect leads, escaped, else empty
 * @param date     the server's {@code Date} header
 * @param body     the first 1 KiB as text, control characters escaped
 * @param bodyLength bytes read, at most 64 KiB
 */
public record HttpReply(Failure failure, int status, String location, Optional<Instant> date, String body, long bodyLength,
                        Duration elapsed, String method) { }
