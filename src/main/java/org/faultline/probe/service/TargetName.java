package org.faultline.probe.service;

import java.net.InetAddress;
import java.util.List;
import org.faultline.host.Failure;
import org.faultline.host.Reading;
import org.faultline.host.SystemFile;
import org.faultline.host.exchange.HostsFile;
import org.faultline.model.Cause;
import org.faultline.model.Stage;
import org.faultline.probe.Ips;
import org.faultline.probe.Probe;
import org.faultline.probe.Recorder;
import org.faultline.probe.Situation;

/**
 * What the name leads to, by the system's own answer and by the hosts file. Targets: the service as it was asked for, and {@code hosts file}.
 * Values: {@code host}, {@code port}, {@code addresses}, {@code onThisComputer} (all of them are).
 */
record TargetName(ServiceTarget target) implements Probe {

    @Override
    public String name() {
        return "service-target";
    }

    @Override
    public Stage stage() {
        return Stage.SERVICE;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            Reading<List<InetAddress>> answer = situation.addressesOf(target.host());
            resolved(answer, situation, recorder.begin(target.shown()).value("port", target.port()).value("host", target.host()));
            hostsFile(answer.value().orElse(List.of()), situation, recorder.begin("hosts file"));
        });
    }

    private void resolved(Reading<List<InetAddress>> answer, Situation situation, Recorder.Measurement seen) {
        switch (answer) {
            case Reading.Known<List<InetAddress>>(List<InetAddress> addresses, String method) -> {
                List<InetAddress> foreign = addresses.stream().filter(address -> !address.isLoopbackAddress()).toList();
                seen.value("addresses", addresses.stream().map(Ips::text).distinct().toList())
                    .value("onThisComputer", !addresses.isEmpty() && addresses.stream().allMatch(situation::isOwn));
                if (addresses.isEmpty()) {
                    seen.failed(Cause.NO_DATA, "", method);
                } else if (target.namesThisComputer() && foreign.size() == addresses.size()) {
                    seen.failed(Cause.ELSEWHERE, "", method);
                } else {
                    seen.passed(method);
                }
            }
            case Reading.Unknown<List<InetAddress>> unknown when unknown.cause() == Cause.NAME_ERROR || unknown.cause() == Cause.NO_DATA ->
                seen.value("words", unknown.detail()).ended(Failure.of(unknown.cause()), unknown.method());
            // Silence and errors say nothing of the name: the machine is busy, or no name server answers.
            case Reading.Unknown<List<InetAddress>> unknown -> seen.unknown(unknown);
        }
    }

    /** Fails where the file has a line for the name and the system answers something else: programs do not follow what people read there. */
    private void hostsFile(List<InetAddress> answered, Situation situation, Recorder.Measurement seen) {
        switch (situation.host().file(SystemFile.HOSTS)) {
            case Reading.Known<byte[]>(byte[] bytes, String method) -> {
                List<InetAddress> listed = HostsFile.parse(bytes).addressesOf(target.host());
                seen.value("addresses", listed.stream().map(Ips::text).distinct().toList());
                if (listed.isEmpty() || answered.isEmpty()) {
                    seen.skipped(Cause.NOT_NEEDED, method);
                } else if (listed.stream().anyMatch(answered::contains)) {
                    seen.passed(method);
                } else {
                    seen.failed(Cause.OVERRIDDEN, "", method);
                }
            }
            case Reading.Unknown<byte[]> unknown -> seen.unknown(unknown);
        }
    }
}
