package org.faultline.host;

import java.time.Duration;

/** @param elapsed until the handshake was complete or refused */
public record ConnectReply(Failure failure, Duration elapsed, String method) { }
