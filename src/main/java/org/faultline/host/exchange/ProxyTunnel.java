package org.faultline.host.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.faultline.host.Failure;
import org.faultline.model.Cause;

/** Asks an HTTP proxy for a tunnel (CONNECT; RFC 9110, 9.3.6). */
final class ProxyTunnel {

    private ProxyTunnel() { }

    sealed interface Result {

        /** @param first bytes that came after the proxy's answer, normally none */
        record Through(byte[] first) implements Result { }

        /** PROXY_AUTH_REQUIRED for 407, UNEXPECTED_STATUS for any other refusal, or why no answer came */
        record Refused(Failure failure) implements Result { }
    }

    /** The name goes to the proxy unresolved, as browsers do. */
    static Result ask(Wire.Stream stream, String name, int port, Deadline deadline) {
        String authority = (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
        Failure sent = stream.send(("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\nUser-Agent: "
            + Product.AGENT
            + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII), deadline);
        if (!sent.none()) {
            return new Result.Refused(sent);
        }
        return switch (new HeadReader(stream, deadline).read()) {
            case HeadReader.Read.Broken(Failure failure) -> new Result.Refused(failure);
            case HeadReader.Read.Complete(HttpHead head, byte[] rest) -> refusal(head.status())
                .<Result>map(cause -> new Result.Refused(Failure.of(cause))).orElseGet(() -> new Result.Through(rest));
        };
    }

    private static Optional<Cause> refusal(int status) {
        if (status / 100 == 2) {
            return Optional.empty();
        }
        return Optional.of(status == 407 ? Cause.PROXY_AUTH_REQUIRED : Cause.UNEXPECTED_STATUS);
    }
}
