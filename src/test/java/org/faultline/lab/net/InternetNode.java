package org.faultline.lab.net;

import java.net.InetAddress;
import java.net.Socket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.faultline.lab.kernel.Namespace;
import org.faultline.lab.server.Answers;
import org.faultline.lab.server.Handshake;
import org.faultline.lab.server.NameServer;
import org.faultline.lab.server.Pages;

/** Everything beyond the provider: public name servers and web sites, all on one machine with many addresses. */
public final class InternetNode extends Node {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Credentials credentials;
    private final Map<String, AtomicReference<Handshake>> handshakes = new LinkedHashMap<>();
    private final AtomicReference<Pages> pages;
    private NameServer dns;

    InternetNode(Namespace space, Credentials credentials) {
        super(space);
        this.credentials = credentials;
        this.pages = new AtomicReference<>(Pages.site(credentials.clock()));
    }

    void serve() {
        dns = NameServer.on(doors(), Answers.zone(Plan.zone()), Plan.PUBLIC.stream().map(Plan::address)
            .toArray(InetAddress[]::new));
        for (String site : Plan.zone().keySet()) {
            door(site, credentials.valid(site), Plan.addressesOf(site));
            Plan.addressesOf(site).forEach(address -> doors().listen(address, HTTP, peer -> pages.get().serve(peer)));
        }
        door("dns", credentials.publicServers(), Plan.PUBLIC.stream().map(Plan::address).toList());
    }

    private void door(String name, SSLContext context, List<InetAddress> addresses) {
        handshakes.put(name, new AtomicReference<>(Handshake.proper(context, page())));
        for (InetAddress address : addresses) {
            doors().listen(address, HTTPS, peer -> hold(name, peer));
        }
    }

    private Pages page() {
        return head -> pages.get().answer(head);
    }

    private void hold(String name, Socket peer) throws IOException {
        handshakes.get(name).get().hold(peer);
    }

    /** The public name servers. */
    public NameServer dns() {
        return dns;
    }

    public Credentials credentials() {
        return credentials;
    }

    /** What all web servers say. */
    public InternetNode pages(Pages manner) {
        pages.set(manner);
        return this;
    }

    /** One site shows another certificate. */
    public InternetNode certificate(String site, SSLContext context) {
        return handshake(site, Handshake.proper(context, page()));
    }

    public InternetNode handshake(String site, Handshake manner) {
        handshakes.get(site).set(manner);
        return this;
    }

    /** Everything on port 443 does this. */
    public InternetNode allHandshakes(Handshake manner) {
        List<String> names = new ArrayList<>(handshakes.keySet());
        names.forEach(name -> handshake(name, manner));
        return this;
    }
}
