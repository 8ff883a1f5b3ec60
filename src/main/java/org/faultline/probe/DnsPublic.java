package org.faultline.probe;

import java.util.List;
import org.faultline.host.Transport;
import org.faultline.model.Stage;

/** Asks a public name server for the same names, so that a wrong answer can be told from a name that changed. */
final class DnsPublic implements Probe {

    @Override
    public String name() {
        return "dns-public";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return situation.targets().publicResolver().stream().flatMap(server -> situation.targets().names().stream().limit(2)
            .map(name -> (Task) recorder -> Dns.lookUp(situation, server, name, Transport.UDP, recorder))).toList();
    }
}
