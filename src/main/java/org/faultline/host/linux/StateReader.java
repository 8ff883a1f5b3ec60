package org.faultline.host.linux;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.function.IntFunction;
import org.faultline.host.Errno;
import org.faultline.host.NetworkState;
import org.faultline.host.Reading;
import org.faultline.host.RouteChoice;
import org.faultline.host.exchange.Deadline;
import org.faultline.host.linux.Netlink.Answer;
import org.faultline.model.Cause;

/** The machine's network state by rtnetlink and {@code /sys}, and the kernel's choice of route for one destination. */
final class StateReader {

    private static final String METHOD = "rtnetlink";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LINK_ATTRIBUTE = 8;

    private final Netlink netlink = new Netlink(Netlink.ROUTE);
    private final Sysfs sysfs;

    StateReader(Sysfs sysfs) {
        this.sysfs = sysfs;
    }

    /** Of the five dumps, links and addresses are what nothing can be said without. */
    Reading<NetworkState> state() {
        Deadline deadline = Deadline.in(PATIENCE);
        Answer links = netlink.dump(LinkMessages.GET_LINK, new byte[LinkMessages.FIXED], deadline);
        Answer addresses = netlink.dump(AddressMessages.GET_ADDRESS, new byte[AddressMessages.FIXED], deadline);
        Answer routes = netlink.dump(RouteMessages.GET_ROUTE, new byte[RouteMessages.FIXED], deadline);
        Answer rules = netlink.dump(RuleMessages.GET_RULE, new byte[RuleMessages.FIXED], deadline);
        Answer neighbours = netlink.dump(NeighbourMessages.GET_NEIGHBOUR, new byte[NeighbourMessages.FIXED], deadline);
        if (links.result() < 0 || addresses.result() < 0 || routes.result() < 0) {
            return unknown(Math.min(links.result(), Math.min(addresses.result(), routes.result())));
        }
        RawState raw = RawState.parse(links.messages(), addresses.messages(), routes.messages(), rules.messages(),
            neighbours.messages());
        String wireless = sysfs.wireless();
        return Reading.known(new NetworkState(raw.links().stream().map(link -> sysfs.describe(link, raw.links(),
            wireless)).toList(),
            raw.addresses(), raw.routes(), raw.rules(), raw.neighbours(), sysfs.ipv6()), METHOD);
    }

    /** An IPv4 rejecting route shows as an errno, an IPv6 one as a route of its type. */
    Reading<RouteChoice> routeTo(InetAddress destination) {
        Deadline deadline = Deadline.in(PATIENCE);
        Answer answer = netlink.get(RouteMessages.GET_ROUTE, question(destination), deadline);
        return switch (Errnos.of(answer.result())) {
            case NONE -> RouteMessages.choice(answer.messages(), linkNames(deadline)).map(choice -> Reading.known(choice, METHOD))
                .orElseGet(() -> Reading.unknown(Cause.UNCLASSIFIED, "", METHOD));
            case EINVAL -> refused("blackhole");
            case EACCES -> refused("prohibit");
            case EHOSTUNREACH -> refused("unreachable");
            case ENETUNREACH -> refused("no-route");
            default -> unknown(answer.result());
        };
    }

    /** Asks for a link's name by its index. */
    private IntFunction<String> linkNames(Deadline deadline) {
        return index -> {
            byte[] body = new byte[LinkMessages.FIXED];
            ByteBuffer.wrap(body).order(ByteOrder.nativeOrder()).putInt(4, index);
            return RawState.names(LinkMessages.links(netlink.get(LinkMessages.GET_LINK, body, deadline).messages())).apply(index);
        };
    }

    private static byte[] question(InetAddress destination) {
        byte[] address = destination.getAddress();
        int scope = destination instanceof Inet6Address scoped ? scoped.getScopeId() : 0;
        ByteBuffer body = ByteBuffer.allocate(RouteMessages.FIXED + 4 + address.length + (scope > 0 ? 8 : 0))
            .order(ByteOrder.nativeOrder());
        body.put((byte) Sockaddr.family(destination)).put((byte) (address.length * 8)).position(RouteMessages.FIXED);
        body.putShort((short) (4 + address.length)).putShort((short) RouteMessages.RTA_DST).put(address);
        if (scope > 0) {
            body.putShort((short) LINK_ATTRIBUTE).putShort((short) RouteMessages.RTA_OIF).putInt(scope);
        }
        return body.array();
    }

    private static Reading<RouteChoice> refused(String type) {
        return Reading.known(RouteMessages.refused(type), METHOD);
    }

    private static <T> Reading<T> unknown(int result) {
        if (Thread.currentThread().isInterrupted()) {
            return Reading.unknown(Cause.CANCELLED, "", METHOD);
        }
        return Reading.unknown(switch (Errnos.of(result)) {
            case EPERM, EACCES -> Cause.NOT_PERMITTED;
            case ETIMEDOUT -> Cause.TIMED_OUT;
            case EMFILE, ENFILE -> Cause.DESCRIPTORS_EXHAUSTED;
            case EAFNOSUPPORT, EPROTONOSUPPORT, ENOSYS -> Cause.NOT_SUPPORTED;
            case Errno other -> other.usualCause();
        }, Errnos.name(result), METHOD);
    }
}
