package org.faultline.lab.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faultline.lab.kernel.Kernel;

/** What this process may do: real root, root of a user namespace ({@code unshare -Ur}), or neither. */
public final class Rights {
    private Rights() {
    }

    public static boolean root() {
        return Kernel.userId() == 0;
    }

    /** True inside a user namespace that knows one user only. */
    public static boolean mappedRoot() {
        try {
            String[] words = Files.readString(Path.of("/proc/self/uid_map")).strip().split("\\s+");
            return root() && words[2].equals("1");
        } catch (IOException e) {
            return false;
        }
    }
}
