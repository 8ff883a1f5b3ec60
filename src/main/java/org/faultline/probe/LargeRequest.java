package org.faultline.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.faultline.host.HttpReply;
import org.faultline.host.HttpRequest;
import org.faultline.host.Reading;
import org.faultline.model.Stage;

/**
 * Sends a web server a request too long for one packet, to compare with large pings: many networks drop those alone, but where a long
 * request is lost too, large packets really vanish. Any answer passes.
 *
 * <p>Sent along with the pings: over a satellite the handshake and the answer alone take 1.4 s, and after pings that were waited for as
 * long a verdict would come after 3.5 s. Side by side it stands after 2.3 s (lab).
 */
final class LargeRequest implements Probe {

    /** With the rest of the request two packets, of which the first is full. */
    private static final String PADDING = "x".repeat(1_600);

    @Override
    public String name() {
        return "large-request";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return situation.targets().portal().stream().map(Targets.Portal::url).map(page -> (Task) recorder -> {
            Recorder.Measurement measurement = recorder.begin(page.getHost()).value("bytes", PADDING.length());
            URI url = URI.create("http://" + page.getRawAuthority() + page.getRawPath() + "?" + PADDING);
            switch (External.locate(situation, page.getHost())) {
                case Reading.Unknown<InetAddress> unknown -> measurement.unknown(unknown);
                case Reading.Known<InetAddress>(InetAddress address, String _) -> {
                    HttpReply reply = situation.host().http(new HttpRequest(url, new InetSocketAddress(address, External.port(page)), false, External.EXCHANGE_PATIENCE));
                    measurement.value("status", reply.status()).ended(reply.failure(), reply.method());
                }
            }
        }).toList();
    }
}
