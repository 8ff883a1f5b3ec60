package org.faultline.lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faultline.lab.kernel.Kernel;
import org.faultline.lab.net.Rights;

/** Finds out whether a lab can be made here, and starts this program again inside a user namespace where that is the only way. */
final class Surroundings {
    /** Ends with this code when no lab can be made here: the convention of automake for "skipped". */
    static final int SKIPPED = 77;
    private static final List<String> TOOLS = List.of("ip", "nft", "setpriv", "prlimit", "unshare", "nsenter");

    private Surroundings() {
    }

    /** Why there can be no lab here; empty when there can. */
    static Optional<String> obstacle() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("network namespaces exist on Linux only");
        }
        Optional<String> missing = TOOLS.stream().filter(tool -> !installed(tool)).findFirst();
        if (missing.isPresent()) {
            return Optional.of("the command " + missing.get() + " is not installed");
        }
        return Rights.root() || userNamespaces() ? Optional.empty()
            : Optional.of("neither root nor allowed to make user namespaces (unshare -Urnm fails)");
    }

    /** True when the lab has to move into a user namespace first. */
    static boolean needsUserNamespace() {
        return Kernel.userId() != 0;
    }

    /** Starts the same program with the same properties as root of a new user namespace; returns its exit code. */
    static int moveIntoUserNamespace(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "unshare", "-Urnm",
            // A JVM that finds no IPv6 address at its start believes for ever that there is no IPv6.
            "sh", "-c", "ip link set lo up && exec \"$@\"", "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        System.getProperties().stringPropertyNames().stream().filter(key -> key.startsWith("lab."))
            .forEach(key -> words.add("-D" + key + "=" + System.getProperty(key)));
        words.add(main.getName());
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    private static boolean userNamespaces() {
        try {
            return new ProcessBuilder("unshare", "-Urnm", "true").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean installed(String tool) {
        return List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin").stream()
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
    }
}
