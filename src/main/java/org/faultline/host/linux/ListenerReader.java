package org.faultline.host.linux;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.host.Errno;
import org.faultline.host.Listener;
import org.faultline.host.Listener.Owner;
import org.faultline.host.Reading;
import org.faultline.host.Transport;
import org.faultline.host.exchange.Deadline;
import org.faultline.host.linux.Netlink.Answer;
import org.faultline.host.linux.SockDiagMessages.RawListener;
import org.faultline.model.Cause;

/** Every listening TCP and bound UDP socket, by sock_diag, with its owner where {@code /proc} shows it. */
final class ListenerReader {

    private static final String METHOD = "sock_diag";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Netlink netlink = new Netlink(Netlink.SOCKET_DIAGNOSIS);
    private final SocketOwners owners;
    private final Path accounts;

    /** @param accounts the file of user names, {@code /etc/passwd} */
    ListenerReader(SocketOwners owners, Path accounts) {
        this.owners = owners;
        this.accounts = accounts;
    }

    /** A kernel may lack the part for UDP or for IPv6 (ENOENT); TCP over IPv4 is what nothing can be said without. */
    Reading<List<Listener>> read() {
        Deadline deadline = Deadline.in(PATIENCE);
        Answer first = ask(Transport.TCP, Sockaddr.AF_INET, deadline);
        if (first.result() < 0) {
            return unknown(first.result());
        }
        List<RawListener> found = new ArrayList<>(SockDiagMessages.listeners(first.messages(), Transport.TCP));
        found.addAll(SockDiagMessages.listeners(ask(Transport.TCP, Sockaddr.AF_INET6, deadline).messages(), Transport.TCP));
        found.addAll(SockDiagMessages.listeners(ask(Transport.UDP, Sockaddr.AF_INET, deadline).messages(), Transport.UDP));
        found.addAll(SockDiagMessages.listeners(ask(Transport.UDP, Sockaddr.AF_INET6, deadline).messages(), Transport.UDP));
        Set<Long> inodes = found.stream().map(RawListener::inode).filter(inode -> inode != 0).collect(Collectors.toSet());
        Map<Long, Owner> known = owners.of(inodes, deadline);
        Accounts users = Accounts.of(accounts);
        return Reading.known(found.stream().map(raw -> listener(raw, users, Optional.ofNullable(known.get(raw.inode())))).toList(),
            METHOD);
    }

    private Answer ask(Transport transport, int family, Deadline deadline) {
        return netlink.dump(SockDiagMessages.BY_FAMILY, SockDiagMessages.request(transport, family), deadline);
    }

    private static Listener listener(RawListener raw, Accounts users, Optional<Owner> owner) {
        return new Listener(raw.transport(), raw.address(), raw.port(), raw.v6Only(), raw.uid(), users.name(raw.uid()), owner, raw.queued(),
            raw.backlog());
    }

    private static Reading<List<Listener>> unknown(int result) {
        Errno errno = Errnos.of(result);
        Cause cause = Thread.currentThread().isInterrupted() ? Cause.CANCELLED : switch (errno) {
            case EPERM, EACCES -> Cause.NOT_PERMITTED;
            case ETIMEDOUT -> Cause.TIMED_OUT;
            case ENOENT, EPROTONOSUPPORT, ENOSYS, EAFNOSUPPORT -> Cause.NOT_SUPPORTED;
            case EMFILE, ENFILE -> Cause.DESCRIPTORS_EXHAUSTED;
            case Errno other -> other.usualCause();
        };
        return Reading.unknown(cause, Errnos.name(result), METHOD);
    }
}
