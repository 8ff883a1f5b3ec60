package org.faultline.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.faultline.host.Reading;
import org.faultline.host.RouteChoice;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether a target that our prefix makes a neighbour really answers on the link. */
final class TargetNeighbour implements Probe {

    @Override
    public String name() {
        return "target-neighbour";
    }

    @Override
    public Stage stage() {
        return Stage.INTERFACE;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return situation.targets().addresses().stream().filter(Inet4Address.class::isInstance)
            .<Task>map(target -> recorder -> measure(situation, target, recorder)).toList();
    }

    private static void measure(Situation situation, InetAddress target, Recorder recorder) {
        if (!(situation.host().routeTo(target) instanceof Reading.Known<RouteChoice>(RouteChoice choice, String method))
                || !Netmask.isNeighbour(situation, choice, target)) {
            return;
        }
        Recorder.Measurement measurement = recorder.begin(Ways.plain(target)).value("interface", choice.link());
        if (situation.targets().external()) {
            Resolution.record(situation.host(), target, choice.link(), measurement);
        } else {
            measurement.skipped(Cause.NOT_CONFIGURED, method);
        }
    }
}
