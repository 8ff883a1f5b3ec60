package org.faultline.alert;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.faultline.alert.Trouble.Kind;
import org.faultline.alert.Trouble.Way;
import org.faultline.json.JsonText;

/**
 * Posts each alert as JSON, one after the other in order. What cannot be delivered, because the network is down or the server asks for
 * patience (408, 425, 429, 5xx), is tried again after 1, 2, 4, … 60 s, each a fifth more or less by chance; up to {@value Mailbox#LONGEST}
 * alerts wait meanwhile, in memory. Any other answer ends the matter. Of the server only the status is read: its body is never taken,
 * no redirect is followed, and whatever takes longer than ten seconds has failed.
 */
public final class Webhook implements Channel {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final URI url;
    private final Duration patience;
    private final Duration firstPause;
    private final Consumer<Trouble> problems;
    private final RandomGenerator random;
    private final HttpClient client;
    private final Mailbox mailbox;

    private sealed interface Outcome {
        record Delivered() implements Outcome { }

        record Refused(int status) implements Outcome { }

        record Later(Trouble why) implements Outcome { }
    }

    /** @param problems hears when delivery fails and when it works again */
    public Webhook(URI url, RandomGenerator random, Consumer<Trouble> problems) {
        this(url, random, LONGEST, FIRST_PAUSE, problems);
    }

    Webhook(URI url, RandomGenerator random, Duration patience, Duration firstPause, Consumer<Trouble> problems) {
        this.url = url;
        this.random = random;
        this.patience = patience;
        this.firstPause = firstPause;
        this.problems = problems;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience).build();
        this.mailbox = new Mailbox(Way.WEBHOOK, this::deliver, problems);
    }

    @Override
    public void tell(Alert alert) {
        if (alert.alarms()) {
            mailbox.put(alert);
        }
    }

    private void deliver(Alert alert) throws InterruptedException {
        byte[] body = JsonText.line(alert.document()).getBytes(StandardCharsets.UTF_8);
        Duration pause = firstPause;
        boolean failedBefore = false;
        while (true) {
            switch (post(body)) {
                case Outcome.Delivered _ -> {
                    if (failedBefore) {
                        problems.accept(Trouble.of(Kind.DELIVERED_AT_LAST, alert.text()));
                    }
                    return;
                }
                case Outcome.Refused(int status) -> {
                    problems.accept(Trouble.of(Kind.REFUSED, status, alert.text()));
                    return;
                }
                case Outcome.Later(Trouble why) -> {
                    if (!failedBefore) {
                        problems.accept(Trouble.of(Kind.TRYING_AGAIN, why, alert.text()));
                    }
                    failedBefore = true;
                    Thread.sleep(pause.toMillis() * (80 + random.nextInt(41)) / 100);
                    pause = longer(pause);
                }
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private Outcome post(byte[] body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(patience).header("Content-Type", "application/json")
            .header("User-Agent", "faultline").POST(BodyPublishers.ofByteArray(body)).build();
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, _ -> new StatusOnly());
        try {
            return outcome(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode());
        } catch (TimeoutException e) {
            return new Outcome.Later(Trouble.of(Kind.NO_ANSWER, patience.toSeconds()));
        } catch (ExecutionException e) {
            String why = e.getCause() instanceof IOException ? e.getCause().getClass().getSimpleName() : String.valueOf(e.getCause());
            return new Outcome.Later(Trouble.of(Kind.NOT_REACHED, url.getHost(), why.replaceAll("\\p{Cntrl}", "?")));
        } finally {
            answer.cancel(true);
        }
    }

    private static Outcome outcome(int status) {
        if (status / 100 == 2) {
            return new Outcome.Delivered();
        }
        boolean later = status / 100 == 5 || List.of(408, 425, 429).contains(status);
        return later ? new Outcome.Later(Trouble.of(Kind.ANSWERED, status)) : new Outcome.Refused(status);
    }

    @Override
    public void close() {
        mailbox.close();
        client.shutdownNow();
    }

    /** Takes not one byte of the body, which may have no end. */
    private static final class StatusOnly implements BodySubscriber<Void> {

        private final CompletableFuture<Void> done = new CompletableFuture<>();

        @Override
        public CompletionStage<Void> getBody() {
            return done;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
            done.complete(null);
        }

        @Override
        public void onNext(List<ByteBuffer> some) { }

        @Override
        public void onError(Throwable why) { }

        @Override
        public void onComplete() { }
    }
}
