package org.faultline.host;

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

    /** The machine that the program runs on. Where the system's own calls cannot be used, what Java alone can tell. */
    public static Host local() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("linux") && LinuxHost.usable()) {
            return new LinuxHost();
        }
        if (os.startsWith("windows")) {
            return new WindowsHost(InstantSource.system());
        }
        return os.startsWith("mac") ? new MacHost(InstantSource.system()) : new PlainHost(InstantSource.system());
    }

    /** Pays for first calls in advance (about half a second of one core); for a thread in the background at the start. */
    public static void warm() {
        if (local() instanceof LinuxHost linux) {
            linux.warm();
        }
        DnsExchange.warm();
        TlsExchange.warm();
    }
}
