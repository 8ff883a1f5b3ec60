package org.faultline.lab.run;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.faultline.lab.cases.Case;
import org.faultline.lab.cases.Cases;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.kernel.NotPossibleHere;
import org.faultline.lab.net.Credentials;
import org.faultline.lab.net.Lab;
import org.faultline.lab.net.Plan;

/** Proves the lab itself, without the program: healthy when opened, every case can be made, and nothing is left behind. */
final class SelfTest {
    private static final int TIMEOUT_MS = 2000;
    private static final double UP_LIMIT_MS = 150;
    private static final double DOWN_LIMIT_MS = 10;

    private final Path directory;
    private final Credentials credentials;
    private final PrintStream out;
    private int failed;

    SelfTest(Path directory, Credentials credentials, PrintStream out) {
        this.directory = directory;
        this.credentials = credentials;
        this.out = out;
    }

    int run() {
        Set<String> before = traces();
        test("the topology is healthy", this::healthy);
        test("it comes and goes quickly", this::quick);
        for (Case each : Stream.concat(Cases.faults().stream(), Cases.oddities().stream()).toList()) {
            test("can be made: " + each.name(), () -> make(each));
        }
        test("nothing is left behind", () -> nothingSince(before));
        test("nothing is left behind by a killed run", Killed::leavesNothing);
        out.printf("%nSelf test of the lab: %s%n", failed == 0 ? "ok" : failed + " FAILED");
        return failed == 0 ? 0 : 1;
    }

    private String healthy() {
        try (Lab lab = Lab.open(directory, credentials)) {
            Plan.PUBLIC.forEach(address -> {
                lab.host().space().command(List.of("ping", "-c", "1", "-W", "1", "-n", address), "");
                connect(lab, address, 443);
                connect(lab, address, 53);
            });
            for (String site : Plan.SITES) {
                String found = lab.host().space().command(List.of("getent", "ahosts", site), "");
                Plan.addressesOf(site).forEach(address -> {
                    if (!found.contains(address.getHostAddress().replaceAll("(:0)+:", "::"))) {
                        throw new LabFailure(site + " is not " + address + " but " + found);
                    }
                    connect(lab, address.getHostAddress(), 443);
                });
            }
            connect(lab, Plan.literals(Plan.CHECK_HOST).getFirst(), 80);
            return "ping, TCP, DNS, both families";
        }
    }

    private static void connect(Lab lab, String address, int port) {
        Socket socket = lab.host().space().call(() -> {
            Socket made = new Socket();
            made.connect(new InetSocketAddress(Plan.address(address), port), TIMEOUT_MS);
            return made;
        });
        lab.host().doors().shut(socket);
    }

    private String quick() {
        List<Double> up = new ArrayList<>();
        List<Double> down = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            Lab lab = Lab.open(directory, credentials);
            up.add((System.nanoTime() - start) / 1e6);
            long end = System.nanoTime();
            lab.close();
            down.add((System.nanoTime() - end) / 1e6);
        }
        String measured = String.format(Locale.ROOT, "up in %.0f ms, down in %.1f ms (medians of 10)", SpeedPass.median(up),
            SpeedPass.median(down));
        if (SpeedPass.median(up) > UP_LIMIT_MS || SpeedPass.median(down) > DOWN_LIMIT_MS) {
            throw new LabFailure(measured);
        }
        return measured;
    }

    private String make(Case given) {
        long start = System.nanoTime();
        try (Lab lab = Lab.open(directory, credentials)) {
            given.injection().into(lab);
            return String.format(Locale.ROOT, "%.0f ms", (System.nanoTime() - start) / 1e6);
        }
    }

    /** What a lab could leave: named namespaces, links, mounts, files, processes, threads in foreign namespaces. */
    private Set<String> traces() {
        Set<String> found = new TreeSet<>();
        try {
            found.addAll(Files.readAllLines(Path.of("/proc/self/mountinfo")));
            for (Path place : List.of(Path.of("/run/netns"), Path.of("/sys/class/net"), directory)) {
                if (Files.isDirectory(place)) {
                    try (Stream<Path> entries = Files.list(place)) {
                        entries.map(Path::toString).forEach(found::add);
                    }
                }
            }
            try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
                threads.map(SelfTest::namespaceOf).forEach(found::add);
            }
        } catch (IOException e) {
            throw new LabFailure("cannot look for traces", e);
        }
        ProcessHandle.current().children().map(child -> "process " + child.pid()).forEach(found::add);
        return found;
    }

    private static String namespaceOf(Path thread) {
        try {
            return Files.readSymbolicLink(thread.resolve("ns/net")).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private String nothingSince(Set<String> before) throws InterruptedException {
        Set<String> left = traces();
        for (int i = 0; i < 100 && !left.isEmpty(); i++) {
            left = traces();
            left.removeAll(before);
            left.remove("");
            Thread.sleep(10);
        }
        if (!left.isEmpty()) {
            throw new LabFailure("left behind: " + left);
        }
        return "no namespace, link, mount, file or process";
    }

    private void test(String what, Callable<String> test) {
        try {
            out.printf("ok     %-60s %s%n", what, test.call());
        } catch (NotPossibleHere e) {
            out.printf("SKIPPED %-59s %s%n", what, e.getMessage());
        } catch (Exception e) {
            failed++;
            out.printf("FAILED %-60s %s%n", what, e.getMessage());
        }
    }
}
