package org.faultline.host.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.host.ConnectReply;
import org.faultline.host.ConnectRequest;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.Host;
import org.faultline.host.ProxySetting;
import org.faultline.host.Reading;
import org.faultline.host.Resolve;
import org.faultline.host.SelfReply;
import org.faultline.host.SelfRequest;
import org.faultline.host.SystemFile;
import org.faultline.host.Transport;
import org.faultline.host.exchange.Deadline;
import org.faultline.host.exchange.Wire;
import org.faultline.model.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlainHostTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Duration LONG = Duration.ofSeconds(5);

    private final Host host = new PlainHost(InstantSource.system());

    @ParameterizedTest
    @EnumSource
    void talksToItself(Transport transport) {
        SelfReply reply = host.talkToSelf(new SelfRequest(LOOPBACK, transport, 5, LONG));
        assertThat(reply.failure()).isEqualTo(Failure.NONE);
        assertThat(reply.step()).isEqualTo(SelfReply.Step.DONE);
        assertThat(reply.roundTrips()).hasSize(5);
        assertThat(reply.lost()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void cannotTalkFromAnAddressThatIsNotItsOwn(Transport transport) {
        SelfReply reply = host.talkToSelf(new SelfRequest(InetAddress.ofLiteral("192.0.2.77"), transport, 1, LONG));
        assertThat(reply.step()).isEqualTo(SelfReply.Step.BIND);
        assertThat(reply.failure().errno()).isEqualTo(Errno.OTHER);
    }

    @Test
    void connectsAndIsRefused() throws IOException {
        InetSocketAddress address;
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            address = (InetSocketAddress) server.getLocalSocketAddress();
            assertThat(host.connect(new ConnectRequest(address, LONG)).failure()).isEqualTo(Failure.NONE);
        }
        ConnectReply refused = host.connect(new ConnectRequest(address, LONG));
        assertThat(refused.failure()).isEqualTo(Failure.of(Errno.ECONNREFUSED));
    }

    @Test
    void peerThatTakesNothingIsAStall() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            Wire.Opened opened = new NioWire().open((InetSocketAddress) server.getLocalSocketAddress(), Deadline.in(LONG));
            assertThat(opened).isInstanceOfSatisfying(Wire.Opened.Open.class, open -> {
                try (Wire.Stream stream = open.stream()) {
                    Failure failure = stream.send(new byte[64 << 20], Deadline.in(Duration.ofSeconds(1)));
                    assertThat(failure.cause()).isEqualTo(Cause.STALLED);
                }
            });
        }
    }

    @Test
    void saysWhatItCannotMeasure() {
        assertThat(host.state()).isInstanceOfSatisfying(Reading.Unknown.class, it -> assertThat(it.cause())
            .isEqualTo(Cause.NOT_SUPPORTED));
        assertThat(host.counters().value()).isEmpty();
        assertThat(host.routeTo(LOOPBACK).value()).isEmpty();
    }

    @Test
    void readsFilesAndNamesOfItsOwn() {
        assertThat(host.file(SystemFile.HOSTS)).isNotNull();
        assertThat(host.resolve(new Resolve("127.0.0.1", LONG)).value()).contains(List.of(LOOPBACK));
        assertThat(host.machine().ipv4OnlyProgram()).isFalse();
    }

    @Test
    void proxiesOfEnvironmentAndDesktop(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve(".config"));
        Files.writeString(home.resolve(".config/kioslaverc"), "[Proxy Settings]\nProxyType=1\nhttpProxy=http://k.lan 1\n");
        Reading<List<ProxySetting>> found = ConfiguredProxies.read(Map.of("https_proxy", "http://e.lan:2"), home);
        assertThat(found.value().map(list -> list.stream().map(ProxySetting::host).toList())).contains(List.of("e.lan", "k.lan"));
    }

    @Test
    void commandsAreBounded() {
        Reading<String> missing = Command.run(LONG, List.of("no-such-tool-of-faultline"));
        assertThat(missing).isInstanceOfSatisfying(Reading.Unknown.class, it -> assertThat(it.cause())
            .isEqualTo(Cause.TOOL_MISSING));
        List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version");
        assertThat(Command.run(Duration.ofSeconds(20), java).value()).hasValueSatisfying(text -> assertThat(text).contains("25"));
        Reading<String> late = Command.run(Duration.ofMillis(1), java);
        assertThat(late).isInstanceOfSatisfying(Reading.Unknown.class, it -> assertThat(it.cause()).isEqualTo(Cause.TIMED_OUT));
        assertThat(Command.run(Duration.ofSeconds(20), List.of(java.getFirst(), "--no-such-option")).value())
            .isEqualTo(Optional.empty());
    }
}
