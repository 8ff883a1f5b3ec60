package org.faultline.probe;

import java.net.InetAddress;
import java.util.List;
import org.faultline.host.Reading;
import org.faultline.model.Stage;

/** Looks public names up as any program here would, through the system's own resolver. */
final class SystemResolve implements Probe {

    @Override
    public String name() {
        return "system-resolve";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return situation.targets().names().stream().limit(2).map(name -> (Task) recorder -> {
            Recorder.Measurement measurement = recorder.begin(name);
            switch (situation.lookups().of(name)) {
                case Reading.Known<List<InetAddress>>(List<InetAddress> found, String method) ->
                    measurement.value("addresses", found.stream().map(InetAddress::getHostAddress).toList()).passed(method);
                case Reading.Unknown<List<InetAddress>> unknown -> {
                    switch (unknown.cause()) {
                        case NO_REPLY, NAME_ERROR, NO_DATA, SERVER_FAILURE, TIMED_OUT ->
                            measurement.failed(unknown.cause(), unknown.detail(), unknown.method());
                        default -> measurement.unknown(unknown);
                    }
                }
            }
        }).toList();
    }
}
