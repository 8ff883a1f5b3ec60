package org.faultline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher's script with a Java runtime that only says how it was called. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {

    @TempDir
    private Path image;

    @BeforeEach
    void anImage() throws IOException {
        Path java = executable("lib/runtime/bin/java", "#!/bin/sh\necho \"bridge:$NO_AT_BRIDGE\"; for word do printf '%s\\n' \"$word\"; done\n");
        assertThat(java).isExecutable();
        Files.writeString(image.resolve("lib/faultline.aot"), "a cache");
        executable("bin/faultline", Files.readString(Path.of("src/launcher/faultline")));
    }

    private Path executable(String name, String text) throws IOException {
        Path file = image.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(Files.writeString(file, text).toFile().setExecutable(true)).isTrue();
        return file;
    }

    private List<String> started(String small, String... arguments) throws IOException, InterruptedException {
        return started(small.isEmpty() ? Map.of() : Map.of("FAULTLINE_SMALL", small), arguments);
    }

    private List<String> started(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(image.resolve("bin/faultline").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(Set.of("FAULTLINE_JAVA_OPTIONS", "FAULTLINE_SMALL", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "NO_AT_BRIDGE"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> words = new String(process.getInputStream().readAllBytes()).lines().toList();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(words).as("the arguments as they were").endsWith(arguments);
        return words;
    }

    private static boolean small(List<String> started) {
        boolean small = started.contains("-Xint");
        assertThat(started.stream().anyMatch(word -> word.startsWith("-XX:AOTCache="))).as("a small heap cannot take the cache").isEqualTo(!small);
        assertThat(started.contains("-XX:-AOTReplayTraining")).as("the thread of Java that dies goes with the cache").isEqualTo(!small);
        assertThat(started.contains("-Dfaultline.cache=offered")).isEqualTo(!small);
        return small;
    }

    @ParameterizedTest
    @ValueSource(strings = {"check --only loopback-ipv4", "check --only loopback-ipv4,loopback-ipv6 -q", "check -q --only=loopback-ipv6",
        "watch --only loopback-ipv6,loopback-ipv4 --interval 1m"})
    void whoAsksForLoopbackAloneStartsSmall(String arguments) throws IOException, InterruptedException {
        assertThat(small(started("", arguments.split(" ")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "check --only gateway", "check --only loopback-ipv4,gateway", "check --only loopback-ipv4 --only=gateway",
        "explain loopback-ipv4", "report show --only.faultline.json"})
    void everybodyElseDoesNot(String arguments) throws IOException, InterruptedException {
        assertThat(small(started("", arguments.split(" ")))).isFalse();
    }

    @Test
    void theEnvironmentDecidesWhereItSaysSomething() throws IOException, InterruptedException {
        assertThat(small(started("1", "check"))).isTrue();
        assertThat(small(started("1", "check", "--only", "gateway"))).isTrue();
        assertThat(small(started("0", "check", "--only", "loopback-ipv4"))).isFalse();
    }

    @Test
    void aSessionWithoutABusGetsNone() throws IOException, InterruptedException {
        assertThat(started(Map.of(), "check")).first().isEqualTo("bridge:1");
        assertThat(started(Map.of("XDG_RUNTIME_DIR", image.toString()), "check")).first().isEqualTo("bridge:1");
    }

    @Test
    void aSessionsBusIsLeftAsItIs() throws IOException, InterruptedException {
        assertThat(started(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/bus"), "check")).first().isEqualTo("bridge:");
        Path socket = image.resolve("bus");
        try (ServerSocketChannel _ = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket))) {
            assertThat(started(Map.of("XDG_RUNTIME_DIR", image.toString()), "check")).as("where it lies by custom").first().isEqualTo("bridge:");
        }
    }

    @Test
    void argumentsStayWords() throws IOException, InterruptedException {
        assertThat(started("", "service", "a b", "$(touch x)", "*")).endsWith("service", "a b", "$(touch x)", "*");
    }
}
