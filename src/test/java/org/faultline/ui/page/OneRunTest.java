package org.faultline.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.faultline.report.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What it sends to the UI thread waits in a queue until the test fetches it. */
@Timeout(20)
class OneRunTest {

    private final BlockingQueue<Runnable> uiThread = new LinkedBlockingQueue<>();
    private final OneRun run = new OneRun("test", uiThread::add, () -> 0);

    @Test
    void aRunThatCameToItsEndStaysWholeWhateverIsPressedAfterIt() throws InterruptedException {
        run.start((_, _) -> Reports.healthy());
        uiThread.take().run();
        assertThat(run.cancel()).as("nothing went on").isFalse();
        assertThat(run.now().whole()).isPresent();
    }

    @Test
    void aRunThatWasBrokenOffIsFinishedButNotWhole() throws InterruptedException {
        run.start((stop, _) -> {
            stop.await(Duration.ofSeconds(20));
            return Reports.healthy();
        });
        assertThat(run.cancel()).isTrue();
        uiThread.take().run();
        assertThat(run.now().finished()).isPresent();
        assertThat(run.now().whole()).isEmpty();
    }
}
