package org.faultline.lab.net;

import org.faultline.lab.kernel.Namespace;
import org.faultline.lab.server.Answers;
import org.faultline.lab.server.Forwarder;
import org.faultline.lab.server.NameServer;

/** The home router: NAT for IPv4, plain routing for IPv6, a DNS forwarder on its LAN address. */
public final class RouterNode extends Node {
    public static final String LAN = "lan0";
    public static final String WAN = "wan0";

    private NameServer dns;

    RouterNode(Namespace space) {
        super(space);
    }

    void serve() {
        Answers forwarder = new Forwarder(space(), doors(), Plan.address(Plan.ROUTERS_RESOLVER));
        dns = NameServer.on(doors(), forwarder, Plan.address(Plan.GATEWAY));
    }

    /** The forwarder that the host asks by default. */
    public NameServer dns() {
        return dns;
    }

    /** Makes its name server answer in another manner. */
    public RouterNode answering(Answers manner) {
        dns.answer(manner);
        return this;
    }

    /** Drops what it would forward and matches; empty matches everything. */
    public RouterNode dropForwarded(String match) {
        filter("forward", match + " drop");
        return this;
    }

    public RouterNode rejectForwarded(String match, String with) {
        filter("forward", match + " reject with " + with);
        return this;
    }
}
