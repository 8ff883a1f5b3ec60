package org.faultline.model;

import java.util.Optional;

/**
 * One step against a fault, and who can take it.
 *
 * @param who     {@code user}, {@code administrator} or {@code provider}
 * @param command what to type on this system; it only looks, or it is clearly the fix
 */
public record Remedy(String who, String text, Optional<String> command) { }
