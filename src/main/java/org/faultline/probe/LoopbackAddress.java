package org.faultline.probe;

import java.util.List;
import java.util.Optional;
import org.faultline.host.NetworkState;
import org.faultline.host.NetworkState.Address;
import org.faultline.host.Reading;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether the loopback address is assigned to an interface; usually, but not necessarily, the loopback interface. */
record LoopbackAddress(Loopback loopback) implements Probe {

    @Override
    public String name() {
        return loopback.probe("address");
    }

    @Override
    public Stage stage() {
        return loopback.stage();
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> record(situation.state(), recorder.begin(loopback.text())));
    }

    private void record(Reading<NetworkState> state, Recorder.Measurement seen) {
        switch (state) {
            case Reading.Known<NetworkState>(NetworkState known, String method) -> {
                Optional<Address> listed = known.addresses().stream()
                    .filter(address -> address.address().equals(loopback.address())).findFirst();
                listed.ifPresentOrElse(address -> seen.value("interface", address.link()).value("prefixLength", address.prefixLength())
                    .passed(method), () -> seen.failed(Cause.MISSING, "", method));
            }
            case Reading.Unknown<NetworkState> unknown -> seen.unknown(unknown);
        }
    }
}
