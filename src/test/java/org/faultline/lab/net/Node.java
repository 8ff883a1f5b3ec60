package org.faultline.lab.net;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.kernel.Namespace;
import org.faultline.lab.server.Doors;

/** One machine of a lab, and the verbs with which a case changes it. Every verb takes effect before it returns. */
public class Node {
    private final Namespace space;
    private final Doors doors;

    Node(Namespace space) {
        this.space = space;
        this.doors = new Doors(space);
    }

    public final Namespace space() {
        return space;
    }

    /** Its open server sockets. */
    public final Doors doors() {
        return doors;
    }

    /** Lines for {@code ip -batch}. */
    public final Node ip(String... lines) {
        space.command(List.of("ip", "-batch", "-"), String.join("\n", lines) + "\n");
        return this;
    }

    /** Lines for {@code ip -6 -batch}, where the family cannot be seen from the line. */
    public final Node ip6(String... lines) {
        space.command(List.of("ip", "-6", "-batch", "-"), String.join("\n", lines) + "\n");
        return this;
    }

    /** A script for {@code nft -f}. */
    public final Node nft(String script) {
        space.command(List.of("nft", "-f", "-"), script + "\n");
        return this;
    }

    /** Firewall rules in one of the hooks of nftables, both families; they come before all rules set earlier. */
    public final Node filter(String hook, String... rules) {
        return rules("type filter hook " + hook + " priority 0", hook, rules);
    }

    /** Address translation in prerouting, output or postrouting. */
    public final Node nat(String hook, String... rules) {
        return rules("type nat hook " + hook + " priority " + (hook.equals("postrouting") ? "100" : "-100"), "nat_" + hook,
            rules);
    }

    private Node rules(String type, String chain, String... rules) {
        StringBuilder script = new StringBuilder("add table inet lab\nadd chain inet lab ")
            .append(chain).append(" { ").append(type).append(" ; }\n");
        for (String rule : List.of(rules).reversed()) {
            script.append("insert rule inet lab ").append(chain).append(' ').append(rule).append('\n');
        }
        return nft(script.toString());
    }

    /** A kernel setting, with slashes: {@code net/ipv4/ip_forward}. */
    public final Node sysctl(String key, String value) {
        space.sysctl(key, value);
        return this;
    }

    public final Node linkDown(String link) {
        return ip("link set " + link + " down");
    }

    public final Node linkUp(String link) {
        return ip("link set " + link + " up");
    }

    /** Loses this share of the packets that pass a hook and match: {@code "iif lan0"}; empty matches all. */
    public final Node lose(String hook, int percent, String match) {
        return filter(hook, match + " numgen random mod 100 < " + percent + " drop");
    }

    /** Waits, at most two seconds, until a command prints this word: for what the kernel does by itself after a while. */
    public final Node awaitOutput(String command, String word) {
        long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (!space.command(List.of(command.split(" ")), "").contains(word)) {
            if (System.nanoTime() > end) {
                throw new LabFailure(command + " never said " + word);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return this;
    }
}
