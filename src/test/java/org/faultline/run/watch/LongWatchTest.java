package org.faultline.run.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.faultline.model.Stage;
import org.faultline.run.Cancellation;
import org.faultline.run.watch.Round.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a watch of days leaves behind; alone, since others take memory of their own. */
@Isolated
class LongWatchTest extends WatchedWorlds {

    private static final Set<Stage> LOOPBACK = EnumSet.of(Stage.LOOPBACK_IPV4);

    /** 32 MiB for 9,000 rounds: a report kept of each round would be ten times as much. */
    private static final long LEAK = 32L << 20;

    /** Three and a half days at 30 s, with a fault that comes and goes some sixty times. */
    @Test
    void tenThousandRoundsLeaveNothingBehind() {
        List<String> broken = List.of("loopback-ipv4/loopback-down", "loopback-ipv4/loopback-address-missing");
        LongStream.range(1, 60).forEach(pair -> {
            from(pair * 5_000 + pair % 30, broken.get((int) (pair % broken.size())));
            from(pair * 5_000 + 200, FINE);
        });
        Set<Why> seen = EnumSet.noneOf(Why.class);
        List<Long> used = new ArrayList<>();
        watch(LOOPBACK, 10_000, new Cancellation(), round -> {
            seen.add(round.why());
            if (round.number() == 1_000 || round.number() == 10_000) {
                used.add(usedAfterCollection());
            }
        });
        assertThat(seen).contains(Why.GLANCE, Why.DIFFERENT, Why.TROUBLE, Why.REGULAR);
        assertThat(told).filteredOn(line -> line.contains("came")).hasSize(59);
        assertThat(told).filteredOn(line -> line.contains("recovered")).hasSize(59);
        assertThat(used.getLast() - used.getFirst()).as("bytes more after 9,000 rounds more").isLessThan(LEAK);
    }

    private static long usedAfterCollection() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 8; i++) {
            System.gc();
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
