package org.faultline.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Rule;
import org.faultline.host.Prefix;
import org.faultline.host.Reading;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/**
 * Whether a policy rule may catch packets to ourselves before the kernel looks into its local table. {@link LoopbackRoute} asks about
 * one plain packet; a rule limited to a protocol, a port or a source address shows only here.
 */
record LoopbackRules(Loopback loopback) implements Probe {

    private static final int LOCAL_TABLE = 255;

    @Override
    public String name() {
        return loopback.probe("rules");
    }

    @Override
    public Stage stage() {
        return loopback.stage();
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            Recorder.Measurement seen = recorder.begin(loopback.text());
            switch (situation.state()) {
                case Reading.Known<NetworkState>(NetworkState state, String method) -> record(state.rules(), seen, method);
                case Reading.Unknown<NetworkState> unknown -> seen.unknown(unknown);
            }
        });
    }

    private void record(List<Rule> all, Recorder.Measurement seen, String method) {
        List<Rule> before = all.stream().filter(rule -> rule.family() == (loopback == Loopback.IPV4 ? 4 : 6))
            .sorted(Comparator.comparingLong(Rule::priority)).takeWhile(rule -> !looksIntoLocalTable(rule)).toList();
        List<Rule> catching = before.stream().filter(rule -> covers(rule.from()) && covers(rule.to())).toList();
        if (catching.isEmpty()) {
            seen.passed(method);
        } else {
            seen.value("rules", catching.stream().map(LoopbackRules::text).toList()).failed(Cause.COMPETING, "", method);
        }
    }

    private static boolean looksIntoLocalTable(Rule rule) {
        return rule.action().equals("lookup") && rule.table() == LOCAL_TABLE && rule.from().isEmpty() && rule.to().isEmpty()
            && rule.limitedTo().isEmpty();
    }

    /** Our packets carry the loopback address at both ends. */
    private boolean covers(Optional<Prefix> prefix) {
        InetAddress own = loopback.address();
        return prefix.isEmpty() || prefix.get().address() instanceof Inet4Address == own instanceof Inet4Address && prefix.get().contains(own);
    }

    /** In the words of {@code ip rule}. */
    private static String text(Rule rule) {
        return rule.priority() + ":" + rule.from().map(prefix -> " from " + prefix).orElse("") + rule.to().map(prefix -> " to " + prefix).orElse("")
            + (rule.limitedTo().isEmpty() ? "" : " " + rule.limitedTo()) + " " + rule.action() + (rule.table() == 0 ? "" : " " + rule.table());
    }
}
