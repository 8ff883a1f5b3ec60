package org.faultline.host.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.faultline.host.ConnectRequest;
import org.faultline.host.Counters;
import org.faultline.host.EchoReply;
import org.faultline.host.EchoRequest;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.Machine;
import org.faultline.host.NetworkState;
import org.faultline.host.Reading;
import org.faultline.host.Resolve;
import org.faultline.host.SelfReply;
import org.faultline.host.SelfRequest;
import org.faultline.host.SystemFile;
import org.faultline.host.TraceReply;
import org.faultline.host.TraceRequest;
import org.faultline.host.Transport;
import org.faultline.host.WhoHas;
import org.faultline.model.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real kernel under us, over loopback only and as whatever user we are. */
@EnabledOnOs(OS.LINUX)
class LinuxHostTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final InetAddress LOOPBACK = Sockaddr.ip(new byte[] {127, 0, 0, 1}, 0);

    private final LinuxHost host = new LinuxHost(InstantSource.system());

    @Test
    void theStateHoldsLoopback() {
        NetworkState state = host.state().value().orElseThrow();
        NetworkState.Link loopback = state.link("lo").orElseThrow();
        assertThat(loopback.kind()).isEqualTo(NetworkState.Kind.LOOPBACK);
        assertThat(loopback.adminUp()).isTrue();
        assertThat(loopback.mtu()).isPositive();
        assertThat(state.addressesOf("lo")).extracting(NetworkState.Address::address).contains(LOOPBACK);
        assertThat(state.routes()).anyMatch(route -> route.type().equals("local") && route.table() == 255);
        assertThat(state.rules()).anyMatch(rule -> rule.family() == 4 && rule.priority() == 0 && rule.table() == 255);
    }

    @Test
    void theRouteToOurselvesIsLocal() {
        assertThat(host.routeTo(LOOPBACK).value()).hasValueSatisfying(choice -> {
            assertThat(choice.type()).isEqualTo("local");
            assertThat(choice.link()).isEqualTo("lo");
            assertThat(choice.source()).contains(LOOPBACK);
        });
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void weCanTalkToOurselves(Transport transport) {
        SelfReply reply = host.talkToSelf(new SelfRequest(LOOPBACK, transport, 10, SECOND));
        assertThat(reply.failure()).isEqualTo(Failure.NONE);
        assertThat(reply.step()).isEqualTo(SelfReply.Step.DONE);
        assertThat(reply.roundTrips()).hasSize(10).allMatch(time -> time.isPositive() && time.compareTo(SECOND) < 0);
        assertThat(reply.lost()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void anAddressThatIsNotOursCannotBeBound(Transport transport) {
        InetAddress elsewhere = Sockaddr.ip(new byte[] {(byte) 203, 0, 113, 77}, 0);
        SelfReply reply = host.talkToSelf(new SelfRequest(elsewhere, transport, 3, SECOND));
        assertThat(reply.step()).isEqualTo(SelfReply.Step.BIND);
        assertThat(reply.failure()).isEqualTo(Failure.of(Errno.EADDRNOTAVAIL));
        assertThat(reply.lost()).isEqualTo(3);
    }

    @Test
    void aListenerIsReached() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK)) {
            InetSocketAddress target = new InetSocketAddress(LOOPBACK, server.getLocalPort());
            assertThat(host.connect(new ConnectRequest(target, SECOND)).failure()).isEqualTo(Failure.NONE);
        }
    }

    @Test
    void aClosedPortRefuses() {
        Failure failure = host.connect(new ConnectRequest(new InetSocketAddress(LOOPBACK, 1), SECOND)).failure();
        assertThat(failure.cause()).isEqualTo(Cause.REFUSED);
        assertThat(failure.errno()).isEqualTo(Errno.ECONNREFUSED);
    }

    @Test
    void aListenerIsListedWithItsOwner() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK)) {
            assertThat(host.listeners().value().orElseThrow())
                .filteredOn(it -> it.port() == server.getLocalPort()).singleElement()
                .satisfies(it -> {
                    assertThat(it.address()).isEqualTo(LOOPBACK);
                    assertThat(it.transport()).isEqualTo(Transport.TCP);
                    assertThat(it.backlog()).isEqualTo(5);
                    assertThat(it.program().orElseThrow().pid()).isEqualTo(ProcessHandle.current().pid());
                });
        }
    }

    @Test
    void countersGrowWithTraffic() {
        Counters before = host.counters().value().orElseThrow();
        host.talkToSelf(new SelfRequest(LOOPBACK, Transport.UDP, 10, SECOND));
        Counters after = host.counters().value().orElseThrow();
        assertThat(after.since(before, "Udp.InDatagrams")).isGreaterThanOrEqualTo(22);
        assertThat(after.since(before, "Dev.lo.RxPackets")).isGreaterThanOrEqualTo(22);
    }

    @Test
    void theSystemsResolverReadsLiteralsWithoutAskingAnybody() {
        assertThat(host.resolve(new Resolve("127.0.0.1", SECOND)).value()).contains(List.of(LOOPBACK));
        assertThat(host.resolve(new Resolve("", SECOND)))
            .isEqualTo(Reading.unknown(Cause.MALFORMED, "not a name", "getaddrinfo"));
    }

    @Test
    void theTraceToOurselvesHasOneHop() {
        TraceReply reply = host.trace(new TraceRequest(LOOPBACK, 3, SECOND));
        assertThat(reply.failure()).isEqualTo(Failure.NONE);
        assertThat(reply.reached()).isTrue();
        assertThat(reply.hops()).singleElement().satisfies(hop -> {
            assertThat(hop.router()).contains(LOOPBACK);
            assertThat(hop.roundTrip()).hasValueSatisfying(time -> assertThat(time).isPositive().isLessThan(SECOND));
            assertThat(hop.error()).isEmpty();
        });
    }

    @Test
    void anArpProbeNeedsALinkAndAPacketSocket() {
        assertThat(host.whoHas(new WhoHas(LOOPBACK, "no-such-link", SECOND)))
            .isInstanceOfSatisfying(Reading.Unknown.class, it -> assertThat(it.cause()).isIn(Cause.MISSING, Cause.NOT_PERMITTED));
    }

    @Test
    void theMachineIsDescribed() {
        Machine machine = host.machine();
        assertThat(machine.os()).isEqualTo("linux");
        assertThat(machine.osVersion()).contains("kernel");
        assertThat(machine.hostname()).isNotBlank();
        assertThat(machine.privileged()).isEqualTo("root".equals(System.getProperty("user.name")));
    }

    @Test
    void filesAreReadOrSaidToBeMissing(@TempDir Path root) throws IOException {
        SystemFiles files = new SystemFiles(root);
        Files.createDirectories(root.resolve("etc/nsswitch.conf"));
        assertThat(files.read(SystemFile.HOSTS)).isInstanceOfSatisfying(Reading.Unknown.class,
            it -> assertThat(it.cause()).isEqualTo(Cause.MISSING));
        assertThat(files.read(SystemFile.NAME_SERVICE_SWITCH)).isInstanceOfSatisfying(Reading.Unknown.class,
            it -> assertThat(it.cause()).isEqualTo(Cause.UNREADABLE));
        Files.write(root.resolve("etc/hosts"), new byte[(1 << 20) + 5]);
        assertThat(files.read(SystemFile.HOSTS).value()).hasValueSatisfying(bytes -> assertThat(bytes).hasSize(1 << 20));
        Files.writeString(root.resolve("etc/resolv.conf"), "nameserver 192.0.2.1\nnameserver fe80::1%lo\nsearch home.example\n");
        assertThat(new ResolverSettings(files).read().value()).hasValueSatisfying(resolvers -> {
            assertThat(resolvers.search()).containsExactly("home.example");
            assertThat(resolvers.servers()).extracting(InetSocketAddress::getPort).containsOnly(53);
            assertThat(((Inet6Address) resolvers.servers().get(1).getAddress()).getScopeId()).isEqualTo(1);
        });
        Files.writeString(root.resolve("etc/resolv.conf"), "nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 192.0.2.3\nnameserver 192.0.2.4\n");
        assertThat(new ResolverSettings(files).read().value()).as("the C library asks three").hasValueSatisfying(resolvers ->
            assertThat(resolvers.servers()).extracting(InetSocketAddress::getHostString).containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3"));
    }

    /** Without the right to ICMP the honest answer is that we may not, never that nobody answered. */
    @Test
    void echoAnswersOrSaysThatItMayNot() {
        EchoReply reply = host.echo(EchoRequest.series(LOOPBACK, 4, Duration.ofMillis(2), SECOND));
        if (reply.failure().none()) {
            assertThat(reply.received()).isEqualTo(4);
            assertThat(reply.first()).isPresent();
            assertThat(reply.roundTrips()).hasSize(3);
            assertThat(reply.lost()).isEmpty();
            assertThat(reply.ttl()).isPositive();
        } else {
            assertThat(reply.failure().cause()).isEqualTo(Cause.NOT_PERMITTED);
            assertThat(reply.failure().errno()).isIn(Errno.EPERM, Errno.EACCES);
            assertThat(reply.sent()).isZero();
        }
    }

    @Test
    void anInterruptedThreadStopsAtOnceAndStaysInterrupted() {
        InetAddress noOne = Sockaddr.ip(new byte[] {127, 0, 0, 1}, 0);
        Thread.currentThread().interrupt();
        long start = System.nanoTime();
        SelfReply reply = host.talkToSelf(new SelfRequest(noOne, Transport.UDP, 5, Duration.ofSeconds(20)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(reply.failure().cause()).isEqualTo(Cause.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void noDescriptorIsLeftOpen() throws IOException {
        everything();
        long before = descriptors();
        for (int i = 0; i < 200; i++) {
            everything();
        }
        assertThat(descriptors()).isLessThanOrEqualTo(before + 2);
    }

    /** Five calls, three of which open sockets and fail in different places. */
    private void everything() {
        host.state();
        host.talkToSelf(new SelfRequest(LOOPBACK, Transport.TCP, 1, SECOND));
        host.talkToSelf(new SelfRequest(LOOPBACK, Transport.UDP, 1, SECOND));
        host.connect(new ConnectRequest(new InetSocketAddress(LOOPBACK, 1), SECOND));
        host.echo(EchoRequest.series(LOOPBACK, 1, Duration.ZERO, SECOND));
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
