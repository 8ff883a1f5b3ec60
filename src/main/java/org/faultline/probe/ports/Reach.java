package org.faultline.probe.ports;

import java.net.InetAddress;
import java.util.Locale;

/** From where a listener can be reached by its address alone; whether a firewall stands before it cannot be seen from inside. */
public enum Reach {
    /** Loopback. */
    THIS_COMPUTER,
    /** One address of one network. */
    THIS_NETWORK,
    /** Every address of this computer. */
    EVERYWHERE;

    public static Reach of(InetAddress address) {
        return address.isLoopbackAddress() ? THIS_COMPUTER : address.isAnyLocalAddress() ? EVERYWHERE : THIS_NETWORK;
    }

    /** {@code this-computer}, {@code this-network}, {@code everywhere}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
