package org.faultline.host;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One opening of a conversation.
 *
 * @param secureAs  speak TLS first, to a server of this name
 * @param trust     authorities trusted beside the system's own
 * @param say       what we say once connected; nothing to wait for a greeting
 * @param atMost    most bytes that are heard, 1 to 64 KiB
 * @param timeout   for the whole of it; whoever spoke is then listened to for a moment more, so that it sees an orderly end
 */
public record ConversationRequest(InetSocketAddress target, Optional<String> secureAs, List<X509Certificate> trust, byte[] say, int atMost,
                                  Duration timeout) { }
