package org.faultline.probe;

import java.util.List;
import org.faultline.host.Reading;
import org.faultline.model.Stage;

/** The packet filter's own rules that drop, reject or redirect, where this user may read them. */
final class FirewallRules implements Probe {

    @Override
    public String name() {
        return "firewall-rules";
    }

    @Override
    public Stage stage() {
        return Stage.LOOPBACK_IPV4;
    }

    /** Costs the start of another program. */
    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            Recorder.Measurement seen = recorder.begin("firewall");
            switch (situation.host().firewallRules()) {
                case Reading.Known<List<String>>(List<String> rules, String method) -> seen.value("rules", rules).passed(method);
                case Reading.Unknown<List<String>> unknown -> seen.unknown(unknown);
            }
        });
    }
}
