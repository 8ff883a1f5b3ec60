package org.faultline.host;

import java.time.Duration;

/** A question to the system's own resolver. */
public record Resolve(String name, Duration timeout) { }
