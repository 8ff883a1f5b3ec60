package org.faultline.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.faultline.host.exchange.NameServiceSwitch;
import org.faultline.host.exchange.NameServiceSwitch.Service;
import org.faultline.host.exchange.NameServiceSwitch.Status;
import org.faultline.model.Cause;

/** What the order in which names are looked up leaves out. */
final class NameSources {

    /** These read the hosts file. */
    private static final Set<String> HOSTS_FILE = Set.of("files", "resolve", "compat");

    /** These know some names only; every other source may well answer for all. */
    private static final Set<String> PARTIAL = Set.of("files", "db", "compat", "extrausers", "myhostname", "mymachines", "wins", "winbind",
        "mdns", "mdns4", "mdns6", "mdns_minimal", "mdns4_minimal", "mdns6_minimal", "libvirt", "libvirt_guest");

    private NameSources() { }

    /**
     * NONE when both the hosts file and a source for all names are asked. MISSING when one of them is not listed; MISORDERED when the
     * search ends before it: {@code files [NOTFOUND=return] dns} never asks DNS, {@code dns [!UNAVAIL=return] files} never reads the file.
     */
    static Cause judge(NameServiceSwitch order) {
        if (!complete(order.hosts())) {
            return Cause.MISSING;
        }
        return complete(reached(order.hosts())) ? Cause.NONE : Cause.MISORDERED;
    }

    private static boolean complete(List<Service> services) {
        return services.stream().anyMatch(service -> HOSTS_FILE.contains(service.name()))
            && services.stream().anyMatch(service -> !PARTIAL.contains(service.name()));
    }

    /** What is asked for a name that no source knows. The multicast sources say "not found" for their own names only. */
    private static List<Service> reached(List<Service> services) {
        List<Service> reached = new ArrayList<>();
        for (Service service : services) {
            reached.add(service);
            if (service.endsOn(Status.NOTFOUND) && !service.name().startsWith("mdns")) {
                return reached;
            }
        }
        return reached;
    }
}
