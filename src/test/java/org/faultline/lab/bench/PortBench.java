package org.faultline.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.faultline.host.Host;
import org.faultline.host.Hosts;
import org.faultline.host.Listener;
import org.faultline.host.ScanRequest;
import org.faultline.host.Transport;

/**
 * Our scan of all ports of 127.0.0.1 against {@code nmap -sT} and {@code nmap -sS}, and our table of listeners against {@code ss -ltnp}, in the
 * same run, with 50 listeners, inside a network namespace of its own ({@code unshare -rn}). Prints medians and ratios; ends with 0 when
 * the goals are reached, 1 when one is missed, 77 where nmap or ss is missing.
 */
public final class PortBench {

    private static final int LISTENERS = 50;
    private static final int SKIPPED = 77;

    /** It takes so little that one call a round would measure the warming up of Java. */
    private static final int TABLES = 20;
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final ScanRequest ALL_PORTS = new ScanRequest(LOOPBACK, Duration.ofMinutes(1));

    private final int runs;
    private final Set<Integer> open = new TreeSet<>();
    private boolean reached = true;

    private PortBench(int runs) {
        this.runs = runs;
    }

    /** @param arguments how many runs of each, 7 where nothing is said; {@code inside} once it is in a network namespace of its own */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!installed("nmap") || !installed("ss")) {
            System.out.println("SKIPPED: nmap or ss is not installed, nothing was measured.");
            System.exit(SKIPPED);
        }
        int runs = arguments.length > 0 && !arguments[0].isEmpty() ? Integer.parseInt(arguments[0]) : 7;
        if (arguments.length < 2) {
            System.exit(inANamespace(runs));
        }
        run("ip", "link", "set", "lo", "up");
        System.exit(new PortBench(runs).all());
    }

    /** The same once more, by the same Java, where nothing but our own sockets listens. */
    private static int inANamespace(int runs) throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "-rn", Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
            "-cp", System.getProperty("java.class.path"), PortBench.class.getName(), String.valueOf(runs), "inside").inheritIO().start().waitFor();
    }

    private int all() throws IOException, InterruptedException {
        List<ServerSocket> sockets = listen();
        Host host = Hosts.local(InstantSource.fixed(Instant.EPOCH));
        host.scan(ALL_PORTS);
        for (int warming = 0; warming < 2 * TABLES; warming++) {
            host.listeners();
        }
        Series scan = new Series("faultline scan");
        Series connect = new Series("nmap -sT -p-");
        Series half = new Series("nmap -sS -p-");
        Series table = new Series("faultline table");
        Series ss = new Series("ss -ltnp");
        for (int round = 0; round < runs; round++) {
            scan.measure(() -> missing(host.scan(ALL_PORTS).value().orElse(List.of())));
            connect.measure(() -> missing(nmap("-sT")));
            half.measure(() -> missing(nmap("-sS")));
            for (int again = 0; again < TABLES; again++) {
                table.measure(() -> missing(host.listeners().value().orElse(List.of()).stream()
                    .filter(listener -> listener.transport() == Transport.TCP).map(Listener::port).toList()));
                ss.measure(() -> missing(portsIn(run("ss", "-ltnpH"), "[:\\]]([0-9]+) ")));
            }
        }
        System.out.printf("%d TCP listeners, %d runs of each, one after the other; medians%n", LISTENERS, runs);
        List.of(scan, connect, half, table, ss).forEach(Series::print);
        goal("scan takes at most half of nmap -sT", scan.median() / connect.median(), 0.5);
        goal("scan takes at most as long as nmap -sS", scan.median() / half.median(), 1);
        goal("table takes at most as long as ss -ltnp", table.median() / ss.median(), 1);
        goal("listeners that the scan missed or invented", scan.wrong, 0);
        goal("listeners that the table missed or invented", table.wrong, 0);
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return reached ? 0 : 1;
    }

    private List<ServerSocket> listen() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int number = 0; number < LISTENERS; number++) {
            ServerSocket socket = new ServerSocket();
            socket.bind(new InetSocketAddress(LOOPBACK, 0), 1_000);
            open.add(socket.getLocalPort());
            sockets.add(socket);
        }
        return sockets;
    }

    private void goal(String what, double value, double limit) {
        reached &= value <= limit;
        System.out.printf(Locale.ROOT, "%-7s %-46s %.3f (goal %.1f)%n", value <= limit ? "ok" : "MISSED", what, value, limit);
    }

    private int missing(List<Integer> found) {
        Set<Integer> wrong = new TreeSet<>(open);
        Set<Integer> invented = new TreeSet<>(found);
        invented.removeAll(open);
        wrong.removeAll(new TreeSet<>(found));
        return wrong.size() + invented.size();
    }

    private static List<Integer> nmap(String kind) {
        return portsIn(run("nmap", kind, "-p-", "127.0.0.1"), "(?m)^([0-9]+)/tcp +open");
    }

    private static List<Integer> portsIn(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> Integer.parseInt(found.group(1))).collect(Collectors.toList());
    }

    private static boolean installed(String program) {
        return List.of("/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin").stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(String... words) {
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            process.waitFor(1, TimeUnit.MINUTES);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What one way of asking took, and how many ports it got wrong in all runs together. */
    private static final class Series {

        private final String name;
        private final List<Double> milliseconds = new ArrayList<>();
        private int wrong;

        Series(String name) {
            this.name = name;
        }

        void measure(IntSupplier task) {
            long begin = System.nanoTime();
            int missing = task.getAsInt();
            milliseconds.add((System.nanoTime() - begin) / 1e6);
            wrong += missing;
        }

        double median() {
            return milliseconds.stream().sorted().skip(milliseconds.size() / 2).findFirst().orElseThrow();
        }

        void print() {
            System.out.printf(Locale.ROOT, "  %-16s %9.2f ms   wrong %d   [%s]%n", name, median(), wrong,
                milliseconds.stream().limit(10).map(each -> "%.1f".formatted(each)).collect(Collectors.joining(" ")));
        }
    }
}
