package org.faultline.host.plain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.faultline.host.Counters;
import org.faultline.host.Listener;
import org.faultline.host.Listener.Owner;
import org.faultline.host.NetworkState.Route;
import org.faultline.host.Prefix;
import org.faultline.host.Reading;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import oshi.SystemInfo;
import oshi.hardware.NetworkIF;
import oshi.software.os.InternetProtocolStats;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import oshi.software.os.NetworkParams.IPRoute;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * What OSHI can tell about sockets, routes and counters, in our words; for systems without calls of our own. The first call takes
 * about half a second. Default gateways come from the routes: OSHI's own question for them runs a tool that may be missing.
 */
public final class Oshi {

    private static final String METHOD = "OSHI";
    /** What Linux calls a route that exists in order to refuse; OSHI passes it on as a metric. */
    private static final long REFUSED = 0xFFFF_FFFFL;
    private static final int MAIN_TABLE = 254;
    private static final int MOST = 10_000;

    private final SystemInfo system = new SystemInfo();

    public List<NetworkIF> links() {
        return system.getHardware().getNetworkIFs(true);
    }

    /** Listening TCP and bound UDP sockets; how many connections wait is not told and stays 0. */
    public Reading<List<Listener>> listeners() {
        OperatingSystem os = system.getOperatingSystem();
        return Reading.known(os.getInternetProtocolStats().getConnections().stream().filter(Oshi::listens).limit(MOST)
            .flatMap(socket -> listener(socket, os).stream()).toList(), METHOD);
    }

    private static boolean listens(IPConnection socket) {
        return socket.getState() == TcpState.LISTEN || socket.getType().startsWith("udp") && socket.getForeignPort() == 0;
    }

    private static Optional<Listener> listener(IPConnection socket, OperatingSystem os) {
        Transport transport = socket.getType().startsWith("tcp") ? Transport.TCP : Transport.UDP;
        byte[] bytes = socket.getLocalAddress().length > 0 ? socket.getLocalAddress()
            : new byte[socket.getType().endsWith("6") ? 16 : 4];
        Optional<OSProcess> process = Optional.of(socket.getowningProcessId()).filter(pid -> pid > 0)
            .flatMap(pid -> Optional.ofNullable(os.getProcess(pid)));
        Optional<Owner> owner = Optional.of(socket.getowningProcessId()).filter(pid -> pid > 0)
            .map(pid -> new Owner(pid, process.map(OSProcess::getName).orElse("")));
        return address(bytes).map(address -> new Listener(transport, address, socket.getLocalPort(), bytes.length == 16, -1,
            process.map(OSProcess::getUser).filter(user -> !user.equals("unknown")).orElse(""), owner, 0, 0));
    }

    /** @param nameOf the link's name by its index, as the rest of the state calls it; routes of others are left out */
    public List<Route> routes(Map<Integer, String> nameOf) {
        List<Route> found = new ArrayList<>();
        for (IPRoute route : system.getOperatingSystem().getNetworkParams().getRoutes()) {
            Optional<InetAddress> destination = address(route.getDestination());
            if (destination.isPresent() && nameOf.containsKey(route.getInterfaceIndex()) && route.getMetric() != REFUSED) {
                Optional<InetAddress> gateway = route.isGateway() ? address(route.getGateway()) : Optional.empty();
                found.add(new Route(Prefix.of(destination.get(), route.getPrefixLength()), "unicast", MAIN_TABLE, gateway,
                    nameOf.get(route.getInterfaceIndex()), Math.max(0, route.getMetric()), false, "unknown"));
            }
        }
        return found;
    }

    /** As the system's own resolver is configured; scopes as written. */
    public List<String> nameServers() {
        return List.of(system.getOperatingSystem().getNetworkParams().getDnsServers());
    }

    /** By the names that Linux gives the same counters (RFC 4022, RFC 4113). */
    public Reading<Counters> counters() {
        InternetProtocolStats stats = system.getOperatingSystem().getInternetProtocolStats();
        Map<String, Long> values = new LinkedHashMap<>();
        values.put("Tcp.InSegs", stats.getTCPv4Stats().getSegmentsReceived());
        values.put("Tcp.OutSegs", stats.getTCPv4Stats().getSegmentsSent());
        values.put("Tcp.RetransSegs", stats.getTCPv4Stats().getSegmentsRetransmitted());
        values.put("Tcp.InErrs", stats.getTCPv4Stats().getInErrors());
        values.put("Udp.InDatagrams", stats.getUDPv4Stats().getDatagramsReceived());
        values.put("Udp.OutDatagrams", stats.getUDPv4Stats().getDatagramsSent());
        values.put("Udp.NoPorts", stats.getUDPv4Stats().getDatagramsNoPort());
        values.put("Udp.InErrors", stats.getUDPv4Stats().getDatagramsReceivedErrors());
        return Reading.known(new Counters(values), METHOD);
    }

    /** One answer of OSHI; its own failures are "not measured". */
    public static <T> Reading<T> guarded(Supplier<Reading<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException | LinkageError failed) {
            return Reading.unknown(Cause.NOT_SUPPORTED, failed.getClass().getSimpleName(), METHOD);
        }
    }

    public static Optional<InetAddress> address(byte[] bytes) {
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }
}
