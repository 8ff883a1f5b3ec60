package org.faultline.host.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.faultline.host.Failure;
import org.faultline.host.HttpReply;
import org.faultline.host.HttpRequest;
import org.faultline.model.Cause;

/**
 * One HTTP/1.1 GET over one connection and one deadline, without redirects, cookies or compression (RFC 9112). Bounded in time
 * and memory whatever the server sends, which the JDK's HttpClient is not: its timeout ends with the headers.
 */
public final class HttpExchange {

    private static final int SHOWN_BODY_BYTES = 1024;
    private static final int SHOWN_LOCATION_CHARACTERS = 2048;

    private final Wire wire;

    public HttpExchange(Wire wire) {
        this.wire = wire;
    }

    /** A URL without a host is NOT_SUPPORTED, and nothing is sent. */
    public HttpReply get(HttpRequest request) {
        Deadline deadline = Deadline.in(request.timeout());
        return head(request)
            .map(head -> switch (wire.open(request.address(), deadline)) {
                case Wire.Opened.NotOpen(Failure failure) -> failed(failure, deadline.elapsed());
                case Wire.Opened.Open(Wire.Stream stream) -> {
                    try (stream) {
                        Failure sent = stream.send(head.getBytes(StandardCharsets.US_ASCII), deadline);
                        yield unsent(sent) ? failed(sent, deadline.elapsed()) : answer(stream, deadline);
                    }
                }
            }).orElseGet(() -> failed(Failure.of(Cause.NOT_SUPPORTED), Duration.ZERO));
    }

    /** A server that answers and closes without reading makes the send fail, and its answer is still there to read. */
    private static boolean unsent(Failure sent) {
        return !sent.none() && sent.cause() != Cause.CLOSED_EARLY && sent.cause() != Cause.RESET;
    }

    private HttpReply answer(Wire.Stream stream, Deadline deadline) {
        return switch (new HeadReader(stream, deadline).read()) {
            case HeadReader.Read.Broken(Failure failure) -> failed(failure, deadline.elapsed());
            case HeadReader.Read.Complete(HttpHead head, byte[] rest) -> {
                byte[] body = new HttpBody(head).read(rest, stream, deadline);
                yield new HttpReply(Failure.NONE, head.status(), location(head), head.field("Date").flatMap(HttpDate::parse),
                    Shown.of(body, SHOWN_BODY_BYTES), body.length, deadline.elapsed(), wire.method());
            }
        };
    }

    private static String location(HttpHead head) {
        return head.field("Location").map(value -> Shown.of(value, SHOWN_LOCATION_CHARACTERS)).orElse("");
    }

    private HttpReply failed(Failure failure, Duration elapsed) {
        return new HttpReply(failure, 0, "", Optional.empty(), "", 0, elapsed, wire.method());
    }

    /** User names and fragments of the URL are never sent. */
    private static Optional<String> head(HttpRequest request) {
        URI url = URI.create(request.url().toASCIIString());
        if (url.getHost() == null || url.getHost().chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return Optional.empty();
        }
        String authority = url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
        String path = Optional.ofNullable(url.getRawPath()).filter(it -> !it.isEmpty()).orElse("/")
            + Optional.ofNullable(url.getRawQuery()).map(query -> "?" + query).orElse("");
        String target = request.proxied() ? url.getScheme() + "://" + authority + path : path;
        return Optional.of("GET " + target + " HTTP/1.1\r\nHost: " + authority + "\r\nUser-Agent: " + Product.AGENT
            + "\r\nAccept: */*\r\nConnection: close\r\n\r\n");
    }
}
