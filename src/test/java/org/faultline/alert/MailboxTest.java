package org.faultline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Alerts that wait to be told by one channel. */
class MailboxTest {

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Alert> told = new LinkedBlockingQueue<>();

    private void hear(Trouble trouble) {
        problems.add(Alerts.WORDS.trouble(trouble));
    }

    @Test
    void oneAlertThatCannotBeToldSilencesNoneThatFollow() throws InterruptedException {
        Alert bad = Alerts.came();
        Alert good = Alerts.recovered();
        try (Mailbox mailbox = new Mailbox(Trouble.Way.COMMAND, alert -> {
            if (alert == bad) {
                throw new IllegalStateException("no words");
            }
            told.add(alert);
        }, this::hear)) {
            mailbox.put(bad);
            mailbox.put(good);
            assertThat(told.poll(30, TimeUnit.SECONDS)).isSameAs(good);
        }
        assertThat(problems).singleElement().asString().contains("could not be told").contains("no words");
    }

    /** Ctrl-C interrupts the watch; its last words are told nevertheless. */
    @Test
    void lastWordsAreToldThoughWhoClosesWasInterrupted() {
        CountDownLatch closing = new CountDownLatch(1);
        Mailbox mailbox = new Mailbox(Trouble.Way.COMMAND, alert -> {
            closing.await();
            told.add(alert);
        }, this::hear);
        mailbox.put(Alerts.recovered());
        Thread.currentThread().interrupt();
        closing.countDown();
        mailbox.close();
        assertThat(Thread.interrupted()).as("the interruption is kept").isTrue();
        assertThat(told).hasSize(1);
        assertThat(problems).isEmpty();
    }
}
