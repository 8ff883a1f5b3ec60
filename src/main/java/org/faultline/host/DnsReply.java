package org.faultline.host;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * A name server's answer as it came.
 *
 * @param failure   {@link Failure#NONE} for any well-formed answer to our question, whatever its response code;
 *                  MALFORMED for bytes that are none, WRONG_ANSWER for the wrong id or question, TRUNCATED for the TC bit
 * @param rcode     {@code NOERROR}, {@code SERVFAIL}, {@code NXDOMAIN}, {@code REFUSED}…; empty without an answer
 * @param addresses of the A or AAAA records, aliases followed inside the answer
 * @param elapsed   until the answer, or until we gave up
 */
public record DnsReply(Failure failure, String rcode, List<InetAddress> addresses, Duration elapsed, String method) { }
