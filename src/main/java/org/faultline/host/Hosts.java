package org.faultline.host;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.faultline.host.exchange.DnsExchange;
import org.faultline.host.exchange.TlsExchange;
import org.faultline.host.linux.LinuxHost;
import org.faultline.host.macos.MacHost;
import org.faultline.host.plain.PlainHost;
import org.faultline.host.windows.WindowsHost;

/** Chooses the implementation for the system that the program runs on: the only place that names one. */
public final class Hosts {

    private Hosts() { }

    /**
     * The machine that the program runs on. Where the system's own calls cannot be used, what Java alone can tell.
     *
     * @param clock what certificates' dates are compared with
     */
    public static Host local(InstantSource clock) {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("linux") && LinuxHost.usable()) {
            return new LinuxHost(clock);
        }
        if (os.startsWith("windows")) {
            return new WindowsHost(clock);
        }
        return os.startsWith("mac") ? new MacHost(clock) : new PlainHost(clock);
    }

    /** Pays for first calls in advance (about half a second of one core); for a thread in the background at the start. */
    public static void warm() {
        // Nothing is compared with this clock.
        if (local(InstantSource.fixed(Instant.EPOCH)) instanceof LinuxHost linux) {
            linux.warm();
        }
        DnsExchange.warm();
        TlsExchange.warm();
    }
}
