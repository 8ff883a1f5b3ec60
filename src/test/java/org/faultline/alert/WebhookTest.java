package org.faultline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Posts to servers on loopback that behave as told: good, slow, endless, or not there at all. */
class WebhookTest {

    /** For a machine on which much else computes. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> problems = new LinkedBlockingQueue<>();

    private void hear(Trouble trouble) {
        problems.add(Alerts.WORDS.trouble(trouble));
    }
    private ServerSocket door = open(0);

    private static ServerSocket open(int port) {
        try {
            return new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a server does once it has read a request. */
    private interface Answer {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private void serve(Answer... answers) {
        ServerSocket here = door;
        Thread.ofVirtual().start(() -> {
            try {
                for (Answer answer : answers) {
                    try (Socket client = here.accept()) {
                        bodies.add(body(client.getInputStream()));
                        answer.to(client.getOutputStream());
                    } catch (IOException _) {
                        // The client hung up: the next one may come.
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static String body(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        int length = Integer.parseInt(head.toString().replaceAll("(?si).*content-length: (\\d+).*", "$1"));
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static Answer status(String status) {
        return out -> out.write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private Webhook webhook() {
        return webhook(PATIENCE);
    }

    private Webhook webhook(Duration patience) {
        return new Webhook(URI.create("http://127.0.0.1:" + door.getLocalPort() + "/hook"), new Random(1), patience, Duration.ofMillis(20), this::hear);
    }

    @AfterEach
    void shut() throws IOException {
        door.close();
    }

    private String next() throws InterruptedException {
        String body = bodies.poll(10, TimeUnit.SECONDS);
        return body == null ? "nothing came" : body;
    }

    @Test
    void alertsArriveInOrder() throws InterruptedException {
        serve(status("204 No Content"), status("200 OK"));
        try (Webhook webhook = webhook()) {
            webhook.tell(Alerts.came());
            webhook.tell(Alerts.recovered());
            assertThat(next()).contains("\"event\":\"fault\"").contains("gateway-absent");
            assertThat(next()).contains("\"event\":\"recovered\"");
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void whatAServerPutsOffIsSentAgain() throws InterruptedException {
        serve(status("503 Busy"), status("429 Slowly"), status("200 OK"));
        try (Webhook webhook = webhook()) {
            webhook.tell(Alerts.came());
            assertThat(List.of(next(), next(), next())).allMatch(body -> body.contains("gateway-absent"));
        }
        assertThat(problems).hasSize(2).first().asString().contains("answered 503; trying again");
        assertThat(problems).last().asString().contains("delivered at last");
    }

    @Test
    void whatAServerRefusesIsNotSentAgain() throws InterruptedException {
        serve(status("404 Not Found"), status("302 Found\r\nLocation: http://127.0.0.1:1/"), status("200 OK"));
        try (Webhook webhook = webhook()) {
            webhook.tell(Alerts.came());
            webhook.tell(Alerts.came());
            webhook.tell(Alerts.recovered());
            next();
            next();
            assertThat(next()).contains("recovered");
        }
        assertThat(problems).hasSize(2).allMatch(line -> line.contains("not sent"));
    }

    @Test
    void whileNobodyIsThereAlertsWaitAndThenArrive() throws IOException, InterruptedException {
        int port = door.getLocalPort();
        Webhook webhook = webhook();
        door.close();
        try (webhook) {
            webhook.tell(Alerts.came());
            webhook.tell(Alerts.recovered());
            assertThat(problems.poll(10, TimeUnit.SECONDS)).contains("cannot reach 127.0.0.1");
            door = open(port);
            serve(status("200 OK"), status("200 OK"));
            assertThat(next()).contains("\"fault\"");
            assertThat(next()).contains("\"recovered\"");
        }
    }

    /** An endless body once filled the memory of a client that read it. */
    @Test
    void aServerWithoutAnEndIsNotListenedTo() throws InterruptedException {
        serve(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100_000; i++) {
                out.write(new byte[65_536]);
            }
        }, status("200 OK"));
        try (Webhook webhook = webhook()) {
            webhook.tell(Alerts.came());
            webhook.tell(Alerts.recovered());
            assertThat(next()).contains("\"fault\"");
            assertThat(next()).contains("\"recovered\"");
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void aServerThatNeverAnswersIsLeft() throws InterruptedException {
        serve(out -> TimeUnit.SECONDS.sleep(3), status("200 OK"));
        try (Webhook webhook = webhook(Duration.ofMillis(700))) {
            webhook.tell(Alerts.came());
            next();
            assertThat(problems).isEmpty();
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(problems).isNotEmpty();
    }
}
