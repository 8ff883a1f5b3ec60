package org.faultline.model;

import java.util.List;
import java.util.Locale;

/**
 * One fact of a machine, its network or a service that is not what it was.
 *
 * @param gone what was there before only
 * @param came what is there after only
 */
public record ChangedFact(Topic topic, List<String> gone, List<String> came) {

    public ChangedFact {
        gone = List.copyOf(gone);
        came = List.copyOf(came);
    }

    /** What the fact is about. */
    public enum Topic {
        INTERFACE, ADDRESS, GATEWAY, GATEWAY_MAC, ROUTE, RESOLVER, SEARCH, PROXY, WIRELESS, HOSTS_FILE, LISTENER, LOOPBACK,
        /** Where the name of a service leads. */
        SERVICE_NAME,
        /** Who listens for it. */
        SERVICE_LISTENER,
        /** What it says first. */
        SERVICE_SPEECH;

        /** Of the one that was asked for, not of the computer. */
        public boolean ofService() {
            return switch (this) {
                case SERVICE_NAME, SERVICE_LISTENER, SERVICE_SPEECH -> true;
                case INTERFACE, ADDRESS, GATEWAY, GATEWAY_MAC, ROUTE, RESOLVER, SEARCH, PROXY, WIRELESS, HOSTS_FILE, LISTENER, LOOPBACK -> false;
            };
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
