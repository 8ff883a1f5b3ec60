package org.faultline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.faultline.report.JsonReportReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Kills a program again and again while it saves: every file can be read afterwards, and nothing is lost that it said was saved. */
@DisabledOnOs(OS.WINDOWS)
@Execution(ExecutionMode.CONCURRENT)
class KilledWhileSavingTest {

    private static final int MOMENTS = Integer.getInteger("kill.moments", 200);

    private static final String CLASSES = String.join(":", "target/classes", "target/test-classes", System.getProperty("java.class.path"),
        System.getProperty("jdk.module.path", ""));

    @TempDir
    private Path folder;

    private final Map<String, Long> saved = new HashMap<>(Map.of("session", -1L, "history", -1L, "export", -1L));
    private final List<Long> runs = new ArrayList<>();
    private long read;

    @Test
    void nothingThatWasSaidToBeSavedIsLost() throws Exception {
        Random random = new Random();
        long next = 0;
        for (int moment = 0; moment < MOMENTS; moment++) {
            next = killedAfter(random.nextInt(60_000), next) + 1;
            look();
        }
        SafeFile.write(folder.resolve("export.json"), Files.readAllBytes(folder.resolve("export.json")));
        SafeFile.write(folder.resolve("sessions").resolve("session.json"), Files.readAllBytes(folder.resolve("sessions").resolve("session.json")));
        new History(folder.resolve("history"), History.Bounds.USUAL).add(JsonReportReader.read(Files.readAllBytes(folder.resolve("export.json"))));
        assertThat(parts()).as("halves that nobody swept away").isEmpty();
        System.out.println("saves: killed at " + MOMENTS + " random moments among " + next + " rounds of three saves, " + read + " files read, none broken, none lost");
    }

    /** @return the last number that the program may have begun */
    private long killedAfter(int microseconds, long first) throws Exception {
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp",
            CLASSES, SavesForEver.class.getName(), folder.toString(), Long.toString(first))
            .redirectErrorStream(true).start();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            assertThat(line).as("the first thing the program says").startsWith("session ");
            process.waitFor(microseconds, TimeUnit.MICROSECONDS);
            // Not the process's own destroyForcibly, which closes the pipe that still holds what was said.
            process.toHandle().destroyForcibly();
            process.waitFor();
            long last = first;
            for (; line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (words.length == 2 && saved.containsKey(words[0]) && words[1].matches("\\d+")) {
                    if (words[0].equals("history")) {
                        runs.add(Long.parseLong(words[1]));
                    }
                    saved.merge(words[0], Long.parseLong(words[1]), Math::max);
                    last = Math.max(last, Long.parseLong(words[1]));
                }
            }
            return last + 1;
        }
    }

    private void look() throws IOException {
        assertThat(number(folder.resolve("sessions").resolve("session.json"))).isGreaterThanOrEqualTo(saved.get("session"));
        if (saved.get("export") >= 0) {
            assertThat(number(folder.resolve("export.json"))).isGreaterThanOrEqualTo(saved.get("export"));
        }
        History history = new History(folder.resolve("history"), new History.Bounds(50, 64L << 20, Duration.ofDays(3650)));
        List<History.Entry> entries = history.list();
        Set<Long> there = new HashSet<>();
        for (History.Entry entry : entries) {
            there.add(number(entry.file()));
        }
        // Fifty are kept, and each kill may leave one that nobody was told of: whatever was told and is among the newest fifty is there.
        long oldest = there.stream().sorted(Comparator.reverseOrder()).limit(50).min(Comparator.naturalOrder()).orElse(0L);
        assertThat(there).containsAll(runs.stream().filter(run -> there.size() < 50 || run >= oldest).toList());
    }

    private long number(Path file) throws IOException {
        read++;
        return Long.parseLong(JsonReportReader.read(Files.readAllBytes(file)).conversation().ticket());
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }
}
