package org.faultline.host;

import java.util.Map;

/** Kernel counters by {@code Group.Name} as in {@code /proc/net/snmp} and {@code netstat}; {@code /proc/net/snmp6} names stand as they are. */
public record Counters(Map<String, Long> values) {

    public Counters {
        values = Map.copyOf(values);
    }

    /** How much a counter grew since an earlier reading; 0 where either does not know it. */
    public long since(Counters earlier, String name) {
        return values.containsKey(name) && earlier.values.containsKey(name) ? values.get(name) - earlier.values.get(name) : 0;
    }
}
