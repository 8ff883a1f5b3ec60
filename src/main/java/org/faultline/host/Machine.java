package org.faultline.host;

/**
 * The computer we run on.
 *
 * @param os            {@code linux}, {@code windows}, {@code macos} or {@code other}
 * @param osVersion     as the system names it
 * @param privileged    whether we run with full rights (root, administrator)
 * @param ipv4OnlyProgram whether this Java program was started without IPv6 ({@code java.net.preferIPv4Stack})
 */
public record Machine(String os, String osVersion, String hostname, String user, boolean privileged, boolean ipv4OnlyProgram) { }
