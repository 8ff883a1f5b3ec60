package org.faultline.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.faultline.host.Errno;
import org.faultline.host.Reading;
import org.faultline.host.WhoHas;
import org.faultline.host.exchange.Deadline;
import org.faultline.model.Cause;

/** Asks a link by ARP probes (RFC 5227, 2.1.1) over a packet socket (packet(7)) who has an IPv4 address. */
final class ArpProbe {

    private static final String METHOD = "arp-probe";
    private static final int AF_PACKET = 17;
    private static final int LARGEST = 256;

    /** Two probes: one may be lost. After the first answer a short time for a second claimant. */
    private static final int PROBES = 2;
    private static final long OTHERS_NANOS = 50_000_000;

    private ArpProbe() { }

    static Reading<List<String>> ask(WhoHas request) {
        if (!(request.address() instanceof Inet4Address)) {
            return Reading.unknown(Cause.NOT_SUPPORTED, "IPv4 only: for IPv6 the kernel detects duplicates itself", METHOD);
        }
        int network = ArpPacket.ETHERTYPE >> 8 | (ArpPacket.ETHERTYPE & 0xFF) << 8;
        try (NativeSocket socket = NativeSocket.open(AF_PACKET, NativeSocket.DATAGRAM, network)) {
            if (socket.opened() < 0) {
                boolean forbidden = socket.errno() == Errno.EPERM || socket.errno() == Errno.EACCES;
                return Reading.unknown(forbidden ? Cause.NOT_PERMITTED : socket.errno().usualCause(),
                    Errnos.name(socket.opened()), METHOD);
            }
            return ask(socket, request);
        }
    }

    private static Reading<List<String>> ask(NativeSocket socket, WhoHas request) {
        int link = LinkIndex.of(request.link());
        if (link <= 0) {
            return Reading.unknown(Cause.MISSING, "no link " + request.link(), METHOD);
        }
        int bound = socket.bindRaw(ArpPacket.linkAddress(link, new byte[0]));
        byte[] own = ArpPacket.hardwareAddress(socket.rawName());
        if (bound < 0 || own.length != ArpPacket.HARDWARE) {
            return Reading.unknown(bound < 0 ? Errnos.of(bound).usualCause() : Cause.NOT_SUPPORTED,
                bound < 0 ? Errnos.name(bound) : "no Ethernet address on " + request.link(), METHOD);
        }
        return probe(socket, link, own, request);
    }

    private static Reading<List<String>> probe(NativeSocket socket, int link, byte[] own, WhoHas request) {
        Deadline deadline = Deadline.in(request.timeout());
        byte[] address = request.address().getAddress();
        MemorySegment packet = socket.arena().allocate(ArpPacket.SIZE);
        packet.copyFrom(MemorySegment.ofArray(ArpPacket.probe(own, address)));
        Set<String> claimants = new LinkedHashSet<>();
        for (int i = 1; i <= PROBES && claimants.isEmpty(); i++) {
            int sent = socket.sendRaw(packet, ArpPacket.linkAddress(link, ArpPacket.BROADCAST));
            if (sent < 0) {
                return Reading.unknown(Errnos.of(sent).usualCause(), Errnos.name(sent), METHOD);
            }
            long slice = (deadline.endNanos() - deadline.startNanos()) * i / PROBES;
            if (!listen(socket, own, address, deadline.startNanos() + slice, claimants)) {
                return Reading.unknown(Cause.CANCELLED, "", METHOD);
            }
        }
        return Reading.known(new ArrayList<>(claimants), METHOD);
    }

    /** Collects those who claim the address, from the first on for a short time only; false if interrupted. */
    private static boolean listen(NativeSocket socket, byte[] own, byte[] address, long until, Set<String> claimants) {
        Poll poll = socket.poll(Poll.IN);
        MemorySegment buffer = socket.arena().allocate(LARGEST);
        long end = until;
        while (true) {
            Poll.Woken woken = poll.until(end);
            if (woken != Poll.Woken.READY) {
                return woken == Poll.Woken.TIMED_OUT;
            }
            int received = socket.receive(buffer);
            boolean first = claimants.isEmpty();
            if (received > 0) {
                ArpPacket.claimant(buffer.asSlice(0, received).toArray(JAVA_BYTE), address, own).ifPresent(claimants::add);
            }
            if (first && !claimants.isEmpty()) {
                end = Math.min(until, System.nanoTime() + OTHERS_NANOS);
            }
        }
    }
}
