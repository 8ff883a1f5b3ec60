package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faultline.host.Machine;

/** Who this machine is, without asking the network: os-release(5), gethostname(2), geteuid(2). */
final class LocalMachine {

    private static final int LONGEST_NAME = 256;

    private LocalMachine() { }

    static Machine describe() {
        return new Machine("linux", version(text(Path.of("/etc/os-release"))) + "kernel " + System.getProperty("os.version", ""),
            hostname(), System.getProperty("user.name", ""), Libc.call(Libc.EFFECTIVE_USER) == 0,
            Boolean.getBoolean("java.net.preferIPv4Stack"));
    }

    /** PRETTY_NAME, followed by a comma; empty where the text has none. */
    static String version(String release) {
        return release.lines().filter(line -> line.startsWith("PRETTY_NAME="))
            .map(line -> line.substring("PRETTY_NAME=".length()).replaceAll("^[\"']|[\"']$", "")).filter(name -> !name.isBlank())
            .findFirst().map(name -> name + ", ").orElse("");
    }

    private static String hostname() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(LONGEST_NAME + 1);
            int result = Libc.call(Libc.HOST_NAME, name.address(), LONGEST_NAME);
            byte[] bytes = name.toArray(JAVA_BYTE);
            return result < 0 ? "" : new String(bytes, StandardCharsets.UTF_8).split("\0", 2)[0];
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            return "";
        }
    }
}
