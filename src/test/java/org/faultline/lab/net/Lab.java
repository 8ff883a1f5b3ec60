package org.faultline.lab.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.kernel.Namespace;
import org.faultline.lab.kernel.TunDevice;
import org.faultline.lab.server.Proxy;

/** One small internet, up and healthy when opened, gone without a trace when closed or when the process ends. */
public final class Lab implements AutoCloseable {
    private static final String OFF = "0";

    private final Path directory;
    private final HostNode host;
    private final RouterNode router;
    private final Node provider;
    private final InternetNode internet;
    private final Launch launch = new Launch();
    private final Deque<AutoCloseable> extras = new ArrayDeque<>();
    private Proxy proxy;

    private Lab(Path directory, Credentials credentials) {
        this.directory = directory;
        host = new HostNode(Namespace.ofNetworkAndMounts("host"), directory);
        router = new RouterNode(Namespace.ofNetwork("router"));
        provider = new Node(Namespace.ofNetwork("provider"));
        internet = new InternetNode(Namespace.ofNetwork("internet"), credentials);
    }

    /** Builds the whole topology; about 100 ms. */
    public static Lab open(Path parent, Credentials credentials) {
        try {
            Path directory = Files.createTempDirectory(parent, "lab-");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            Lab lab = new Lab(directory, credentials);
            try {
                lab.build();
                return lab;
            } catch (RuntimeException e) {
                lab.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HostNode host() {
        return host;
    }

    public RouterNode router() {
        return router;
    }

    public Node provider() {
        return provider;
    }

    public InternetNode internet() {
        return internet;
    }

    public Launch launch() {
        return launch;
    }

    /** The clock of the lab's world. */
    public Clock clock() {
        return internet.credentials().clock();
    }

    /** Files of this lab, readable by everybody on the machine. */
    public Path directory() {
        return directory;
    }

    /** The forward proxy in the provider's network; it runs from the first call on. */
    public Proxy proxy() {
        if (proxy == null) {
            provider.ip("addr add " + Plan.PROXY + "/32 dev lo");
            proxy = new Proxy(provider.doors(), Plan.zone());
            provider.doors().listen(Plan.address(Plan.PROXY), Plan.PROXY_PORT, proxy::hold);
        }
        return proxy;
    }

    /** Another machine, closed with the lab. */
    public Node machine(String name) {
        Node node = new Node(Namespace.ofNetwork(name));
        extras.push(node.space());
        extras.push(node.doors());
        quiet(node);
        node.linkUp("lo");
        return node;
    }

    /** Closes this together with the lab. */
    public <T extends AutoCloseable> T until(T extra) {
        extras.push(extra);
        return extra;
    }

    /** Does something again and again, in the background, until the lab is closed. */
    public void repeat(Duration pause, Runnable action) {
        Thread thread = Thread.ofPlatform().daemon().name("lab-repeat").start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    action.run();
                    Thread.sleep(pause);
                }
            } catch (InterruptedException | LabFailure e) {
                // The lab closes.
            }
        });
        extras.push(() -> {
            thread.interrupt();
            thread.join();
        });
    }

    /** Replaces the cable between host and router by one that takes this long each way. */
    public void slowLan(Duration delay, Duration jitter) {
        host.ip("link del eth0");
        Wire wire = Wire.between(TunDevice.tap(host.space(), "eth0"), TunDevice.tap(router.space(), "lan0"), delay, jitter);
        until(wire);
        host.ip("link set eth0 address " + Plan.HOST_MAC);
        router.ip("link set lan0 address " + Plan.ROUTER_MAC);
        router.ip(Topology.ROUTER_LAN);
        host.ip(Topology.HOST_LAN);
    }

    /** The router and the host get back the addresses and routes that the lab began with. */
    public void mendLan() {
        router.ip(Topology.ROUTER_LAN);
        host.ip(Topology.HOST_LAN);
    }

    /** Replaces the cable between router and provider by one that takes this long each way. */
    public void slowUplink(Duration delay, Duration jitter) {
        router.ip("link del wan0");
        Wire wire = Wire.between(TunDevice.tap(router.space(), "wan0"), TunDevice.tap(provider.space(), "down0"), delay, jitter);
        until(wire);
        provider.ip(Topology.PROVIDER_DOWN);
        router.ip(Topology.ROUTER_WAN);
    }

    private void build() {
        for (Node node : List.of(host, router, provider, internet)) {
            quiet(node);
        }
        router.ip(Topology.links(host, provider));
        provider.ip(Topology.uplink(internet));
        CompletableFuture<?> servers = CompletableFuture.runAsync(() -> internet.ip(Topology.INTERNET)).thenRun(internet::serve);
        CompletableFuture<?> uplink = CompletableFuture.runAsync(() -> {
            provider.ip(Topology.PROVIDER_DOWN).ip(Topology.PROVIDER_UP);
            forwarding(provider);
        });
        router.ip(Topology.ROUTER_LAN).ip(Topology.ROUTER_WAN);
        forwarding(router);
        router.nft("add table ip home\nadd chain ip home nat { type nat hook postrouting priority 100 ; }\n"
            + "add rule ip home nat oifname wan0 masquerade");
        router.serve();
        host.sysctl("net/ipv4/ping_group_range", pingGroups());
        host.ip(Topology.HOST_LAN);
        host.furnish();
        servers.join();
        uplink.join();
    }

    /** An ordinary machine's setting, as systemd makes it; a user namespace knows but one group. */
    private static String pingGroups() {
        return Rights.mappedRoot() ? "0 0" : "0 2147483647";
    }

    /** IPv6 addresses are usable at once, nothing is configured by itself. */
    private static void quiet(Node node) {
        for (String scope : List.of("all", "default")) {
            node.sysctl("net/ipv6/conf/" + scope + "/accept_dad", OFF);
            node.sysctl("net/ipv6/conf/" + scope + "/dad_transmits", OFF);
            node.sysctl("net/ipv6/conf/" + scope + "/accept_ra", OFF);
        }
    }

    private static void forwarding(Node node) {
        node.sysctl("net/ipv4/ip_forward", "1");
        node.sysctl("net/ipv6/conf/all/forwarding", "1");
    }

    @Override
    public void close() {
        extras.forEach(Lab::closeQuietly);
        for (Node node : List.of(host, router, provider, internet)) {
            closeQuietly(node.doors());
            node.space().close();
        }
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new LabFailure("the lab does not close", e);
        }
    }
}
