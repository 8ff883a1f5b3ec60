package org.faultline.lab.cases;

import java.time.Duration;

/** How fast the verdict has to come, by what the evidence needs: limits from the start of the check to the verdict. */
public enum Speed {
    HEALTHY(500),
    /** The state of the machine or an errno says it: nothing has to be waited for. */
    STATE(250),
    LOOPBACK_SILENT(500),
    /** No answer to ARP or ND: the kernel itself needs 3 s, two unanswered requests take 1.08 s. */
    GATEWAY_DEAD(1400),
    LOSS(1000),
    /** Silence of a gateway, an uplink or a name server; also lines so slow that silence has to be excluded. */
    SILENT(2000),
    /** Somebody answers, with an error or a lie: DNS codes, certificates, resets, portals, ICMP errors. */
    ANSWERED(700),
    /** A handshake or a large packet that hangs. */
    STALL(2500),
    /** Only the bound on everything. */
    ANY(5000);

    private final Duration limit;

    Speed(int limitMs) {
        this.limit = Duration.ofMillis(limitMs);
    }

    public Duration limit() {
        return limit;
    }
}
