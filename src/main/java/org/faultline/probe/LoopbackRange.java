package org.faultline.probe;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.faultline.host.SelfReply;
import org.faultline.host.Transport;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Whether the rest of 127.0.0.0/8 leads to ourselves too: name service stubs listen at 127.0.0.53, tools at 127.0.0.2. */
final class LoopbackRange implements Probe {

    private static final List<String> SAMPLE = List.of("127.0.0.2", "127.0.0.53", "127.255.255.254");

    /** Elsewhere, as on macOS, only 127.0.0.1 exists unless somebody adds more. */
    private static final Set<String> WHOLE_RANGE = Set.of("linux", "windows");

    @Override
    public String name() {
        return "loopback-range";
    }

    @Override
    public Stage stage() {
        return Stage.LOOPBACK_IPV4;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        boolean expected = WHOLE_RANGE.contains(situation.host().machine().os());
        return SAMPLE.stream().<Task>map(address -> recorder -> {
            Recorder.Measurement seen = recorder.begin(address);
            if (expected) {
                SelfReply reply = new SelfConversation(InetAddress.ofLiteral(address), Transport.TCP, 0).with(situation.host());
                SelfConversation.ended(reply, seen.value("step", reply.step().name().toLowerCase(Locale.ROOT)));
            } else {
                seen.skipped(Cause.NOT_NEEDED, "none");
            }
        }).toList();
    }
}
