package org.faultline.probe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.faultline.host.Reading;
import org.faultline.host.SystemFile;
import org.faultline.host.exchange.NameServiceSwitch;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether the system's name look-up asks both the hosts file and name servers. Only Linux has this setting. */
final class NameOrder implements Probe {

    private static final String FILE = "nsswitch.conf";

    @Override
    public String name() {
        return "name-order";
    }

    @Override
    public Stage stage() {
        return Stage.LOOPBACK_IPV4;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            Recorder.Measurement seen = recorder.begin(FILE);
            if (!situation.host().machine().os().equals("linux")) {
                seen.skipped(Cause.NOT_NEEDED, "none");
                return;
            }
            switch (situation.host().file(SystemFile.NAME_SERVICE_SWITCH)) {
                case Reading.Known<byte[]>(byte[] bytes, String method) -> record(bytes, seen, method);
                case Reading.Unknown<byte[]> unknown -> unread(unknown, seen);
            }
        });
    }

    /** Without the file, or without its line, the library's own order stands, which is good. */
    private static void unread(Reading.Unknown<byte[]> unknown, Recorder.Measurement seen) {
        if (unknown.cause() == Cause.MISSING) {
            seen.skipped(Cause.NOT_CONFIGURED, unknown.method());
        } else {
            seen.unknown(unknown);
        }
    }

    private static void record(byte[] bytes, Recorder.Measurement seen, String method) {
        NameServiceSwitch order = NameServiceSwitch.parse(new String(bytes, StandardCharsets.UTF_8));
        if (order.hosts().isEmpty()) {
            seen.skipped(Cause.NOT_CONFIGURED, method);
            return;
        }
        seen.value("sources", order.hosts().stream().map(NameServiceSwitch.Service::name).toList());
        Cause cause = NameSources.judge(order);
        if (cause == Cause.NONE) {
            seen.passed(method);
        } else {
            seen.failed(cause, "", method);
        }
    }
}
