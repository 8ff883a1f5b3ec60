package org.faultline.host.linux;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faultline.host.Failure;

/** Traces by ICMP echo requests, numbered by their sequence. */
record IcmpProber(IcmpSocket socket, InetAddress target) implements Prober {

    /** As traceroute(8) sends it: 60 bytes with the headers. */
    static final int PAYLOAD = 32;

    @Override
    public int send(int probe, int ttl) {
        socket.hopLimit(ttl);
        return socket.send(probe);
    }

    @Override
    public Poll poll() {
        return socket.poll();
    }

    @Override
    public List<Heard> heard() {
        List<Heard> heard = new ArrayList<>();
        for (Optional<IcmpSocket.Refusal> next = socket.nextRefusal(); next.isPresent(); next = socket.nextRefusal()) {
            IcmpSocket.Refusal refusal = next.get();
            refusal.sequence().ifPresent(probe -> refusal.error().icmp().ifPresent(icmp ->
                heard.add(new Heard(probe, icmp.from(), Optional.of(icmp), refusal.stamp()))));
        }
        for (Optional<Optional<IcmpSocket.Reply>> next = socket.next(); next.isPresent(); next = socket.next()) {
            next.get().ifPresent(reply -> heard.add(new Heard(reply.sequence(), target, Optional.empty(), reply.stamp())));
        }
        return heard;
    }

    @Override
    public Failure failure(int result) {
        return socket.failure(result);
    }

    @Override
    public long now() {
        return socket.now();
    }

    @Override
    public String method() {
        return socket.method();
    }

    @Override
    public void close() {
        socket.close();
    }
}
