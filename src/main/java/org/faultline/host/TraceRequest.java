package org.faultline.host;

import java.net.InetAddress;
import java.time.Duration;

/** @param maxHops highest TTL tried, at most 30; all are sent at once, twice */
public record TraceRequest(InetAddress target, int maxHops, Duration timeout) { }
