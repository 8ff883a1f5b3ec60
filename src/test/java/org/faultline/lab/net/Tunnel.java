package org.faultline.lab.net;

import java.time.Duration;
import org.faultline.lab.kernel.TunDevice;

/** A VPN: the tun link tun0 of the host, whose other end is a server in the internet, or nobody. */
public final class Tunnel {
    private static final String[] HOST_END = {
        "link set tun0 up", "addr add 10.8.0.2/24 dev tun0", "addr add fd08::2/64 dev tun0 nodad"};

    private Tunnel() {
    }

    /** A tunnel that works, with the routes of the caller's choice still to be set. */
    public static Wire connect(Lab lab) {
        Wire wire = Wire.between(TunDevice.tun(lab.host().space(), "tun0"), TunDevice.tun(lab.internet().space(), "vpn0"),
            Duration.ofMillis(2), Duration.ZERO);
        lab.until(wire);
        lab.internet().ip("link set vpn0 up", "addr add 10.8.0.1/24 dev vpn0", "addr add fd08::1/64 dev vpn0 nodad");
        lab.host().ip(HOST_END);
        return wire;
    }

    /** A tunnel whose client runs and whose server is gone: it swallows everything. */
    public static void connectDead(Lab lab) {
        connect(lab).cut();
    }

    /** Takes all traffic into the tunnel, as VPN clients do: two halves that beat the default route. */
    public static void takeEverything(Lab lab) {
        lab.host().ip("route add 0.0.0.0/1 dev tun0", "route add 128.0.0.0/1 dev tun0",
            "route add ::/1 dev tun0", "route add 8000::/1 dev tun0");
    }
}
