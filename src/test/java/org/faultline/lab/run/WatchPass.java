package org.faultline.lab.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.net.Lab;

/** A real watch in a lab: what quiet rounds cost; the cable is pulled and the router switched off, each comes back and is told once. */
final class WatchPass {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int QUIET_ROUNDS = 15;
    /** Clock ticks of the kernel a second (sysconf(3), _SC_CLK_TCK), 100 on every Linux that Java runs on. */
    private static final double TICKS = 100;

    private final Bench bench;
    private final PrintStream out;

    WatchPass(Bench bench, PrintStream out) {
        this.bench = bench;
        this.out = out;
    }

    /** What the kernel has counted at one moment: CPU of the program, packets and bytes on the host's cable in both directions. */
    private record Count(double cpuSeconds, long packets, long bytes) { }

    void run(Goals goals) {
        bench.in(_ -> { }, lab -> {
            Path said = lab.directory().resolve("watch.jsonl");
            Process watch = bench.program().watch(lab, "1s", said, lab.directory().resolve("watch.err"));
            try {
                await(said, "\"event\":\"began\"", "\"code\":\"healthy\"");
                cost(lab, watch, said);
                lab.router().linkDown("lan0");
                double came = secondsUntil(said, "\"event\":\"fault\"", "\"code\":\"no-carrier\"");
                lab.mendLan();
                double went = secondsUntil(said, "\"event\":\"recovered\"", "\"code\":\"no-carrier\"");
                goals.atMost("fault told after", came * 1e3, 10_000);
                goals.atMost("recovery told after", went * 1e3, 10_000);
                switchRouterOff(lab, said);
                watch.destroy();
                lines(said).stream().filter(line -> !line.contains("\"event\":\"round\"")).forEach(line -> out.println("       " + line));
                boolean ended = watch.waitFor(10, TimeUnit.SECONDS);
                goals.share("ends when asked, exit code of the last verdict", ended && watch.exitValue() == 0 ? 1 : 0, 1, 100);
                goals.share("one alert for each of two faults", count(said, "\"event\":\"fault\"") == 2 ? 1 : 0, 1, 100);
                return 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LabFailure("interrupted", e);
            } finally {
                watch.destroyForcibly();
            }
        });
    }

    /** While the kernel knows its hardware address it is silent, later absent: one trouble, and one alert. */
    private static void switchRouterOff(Lab lab, Path said) {
        lab.router().ip("addr flush dev lan0");
        await(said, "\"event\":\"fault\"", "\"code\":\"gateway-");
        await(said, "\"event\":\"round\"", "\"code\":\"gateway-absent\"");
        lab.mendLan();
        await(said, "\"event\":\"recovered\"", "\"code\":\"gateway-");
    }

    private static long count(Path said, String part) {
        return lines(said).stream().filter(line -> line.contains(part)).count();
    }

    /** Told as it would be at 30 s. */
    private void cost(Lab lab, Process watch, Path said) {
        awaitRounds(said, 5);
        Count before = count(lab, watch);
        long from = rounds(said, "glance");
        long whole = rounds(said, "");
        awaitRounds(said, whole + QUIET_ROUNDS);
        Count after = count(lab, watch);
        double glances = rounds(said, "glance") - from;
        double others = rounds(said, "") - whole - glances;
        double cpu = (after.cpuSeconds() - before.cpuSeconds()) / glances;
        out.printf(Locale.ROOT, "       %.0f glances (and %.0f whole checks): %.0f ms CPU, %.1f packets, %.0f bytes each; at 30 s %.2f %% of a core%n",
            glances, others, cpu * 1e3, (after.packets() - before.packets()) / glances, (after.bytes() - before.bytes()) / glances, cpu / 30 * 100);
    }

    private static Count count(Lab lab, Process watch) {
        String line = lab.host().space().command(List.of("grep", "eth0:", "/proc/net/dev"), "").replaceFirst(".*:\\s*", "");
        String[] fields = line.strip().split("\\s+");
        String stat = read(Path.of("/proc/" + watch.pid() + "/stat")).replaceFirst(".*\\) ", "");
        String[] times = stat.split(" ");
        return new Count((Long.parseLong(times[11]) + Long.parseLong(times[12])) / TICKS,
            Long.parseLong(fields[1]) + Long.parseLong(fields[9]), Long.parseLong(fields[0]) + Long.parseLong(fields[8]));
    }

    private static long rounds(Path said, String why) {
        return lines(said).stream().filter(line -> line.contains("\"event\":\"round\"") && line.contains("\"why\":\"" + why)).count();
    }

    private static void awaitRounds(Path said, long count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (rounds(said, "") < count) {
            pause(end, said, count + " rounds");
        }
    }

    private static double secondsUntil(Path said, String... parts) {
        long start = System.nanoTime();
        await(said, parts);
        return (System.nanoTime() - start) / 1e9;
    }

    private static String await(Path said, String... parts) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<String> found = lines(said).stream().filter(line -> List.of(parts).stream().allMatch(line::contains)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            pause(end, said, String.join(" ", parts));
        }
    }

    private static void pause(long end, Path said, String what) {
        if (System.nanoTime() > end) {
            throw new LabFailure("the watch never said " + what + ", but:\n" + read(said));
        }
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }

    private static List<String> lines(Path file) {
        return Files.exists(file) ? read(file).lines().toList() : List.of();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
