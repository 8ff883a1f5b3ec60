package org.faultline.host;

import java.net.InetAddress;
import java.time.Duration;

/** @param link the interface to ask on */
public record WhoHas(InetAddress address, String link, Duration timeout) { }
