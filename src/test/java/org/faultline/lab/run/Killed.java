package org.faultline.lab.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.lab.kernel.LabFailure;

/** Kills a lab run in its middle (SIGKILL) and looks for its namespaces, its processes and, after a sweep, its files. */
final class Killed {
    private static final String READY = "the lab is up in ";
    private static final int PATIENCE = 200;

    private Killed() {
    }

    static String leavesNothing() throws IOException, InterruptedException {
        Process run = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "-Dlab.shell=healthy",
            "-Dlab.command=echo " + READY + "$(readlink /proc/self/ns/net); exec sleep 30", LabMain.class.getName())
            .redirectErrorStream(true).start();
        try (BufferedReader output = run.inputReader()) {
            String space = output.lines().filter(line -> line.startsWith(READY)).map(line -> line.substring(READY.length()))
                .findFirst()
                .orElseThrow(() -> new LabFailure("the run to be killed did not come up"));
            run.destroyForcibly().waitFor();
            awaitNobodyIn(space);
        } finally {
            run.destroyForcibly();
        }
        Scratch.sweep();
        return "its namespaces, processes and files are gone";
    }

    private static void awaitNobodyIn(String space) throws IOException, InterruptedException {
        Optional<Path> inhabitant = inhabitant(space);
        for (int i = 0; i < PATIENCE && inhabitant.isPresent(); i++) {
            Thread.sleep(10);
            inhabitant = inhabitant(space);
        }
        if (inhabitant.isPresent()) {
            throw new LabFailure(inhabitant.get() + " still lives in " + space);
        }
    }

    private static Optional<Path> inhabitant(String space) throws IOException {
        List<Path> processes;
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            processes = all.filter(path -> Character.isDigit(path.getFileName().toString().charAt(0))).toList();
        }
        return processes.stream().filter(process -> livesIn(process, space)).findFirst();
    }

    private static boolean livesIn(Path process, String space) {
        try {
            return Files.readSymbolicLink(process.resolve("ns/net")).toString().equals(space);
        } catch (IOException e) {
            // Gone meanwhile, or another user's.
            return false;
        }
    }
}
