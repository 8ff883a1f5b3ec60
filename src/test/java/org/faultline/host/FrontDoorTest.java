package org.faultline.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.faultline.host.FrontDoor.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontDoorTest {

    @Test
    void theSecondIsHeardByTheFirst(@TempDir Path folder) throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (FrontDoor door = ((Arrival.First) FrontDoor.arrive(folder, "first")).door()) {
            door.listen(heard::add);
            assertThat(FrontDoor.arrive(folder, "/tmp/ä b.faultline.json")).isInstanceOf(Arrival.Heard.class);
            assertThat(FrontDoor.arrive(folder, "")).isInstanceOf(Arrival.Heard.class);
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("/tmp/ä b.faultline.json");
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void afterTheFirstHasGoneTheNextIsFirst(@TempDir Path folder) {
        ((Arrival.First) FrontDoor.arrive(folder, "")).door().close();
        Arrival next = FrontDoor.arrive(folder, "");
        assertThat(next).isInstanceOf(Arrival.First.class);
        ((Arrival.First) next).door().close();
        assertThat(folder.resolve("window.socket")).doesNotExist();
    }

    @Test
    void aSocketLeftByADeadOneDoesNotMatter(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("window.socket"));
        Arrival arrival = FrontDoor.arrive(folder, "");
        assertThat(arrival).isInstanceOf(Arrival.First.class);
        ((Arrival.First) arrival).door().close();
    }

    @Test
    void whereNoDoorCanBeMadeOneIsAlone(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("no-folder"));
        assertThat(FrontDoor.arrive(file, "")).isInstanceOf(Arrival.Alone.class);
        assertThat(FrontDoor.arrive(folder.resolve("x".repeat(120)), "")).isInstanceOf(Arrival.Alone.class);
    }
}
