package org.faultline.lab.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** As whom and in what surroundings the program under test is started; a case may change it before the start. */
public final class Launch {
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> limits = new ArrayList<>();
    private boolean privileged;

    /** An environment variable of the program. */
    public Launch environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** An option of {@code prlimit}, such as {@code --nofile=32}. */
    public Launch limit(String option) {
        limits.add(option);
        return this;
    }

    /** Runs it with all rights, for evidence that an ordinary user cannot get. */
    public Launch privileged() {
        privileged = true;
        return this;
    }

    public Map<String, String> environment() {
        return environment;
    }

    /** The words before the program's own command line. */
    public List<String> prefix(boolean rootless) {
        List<String> words = new ArrayList<>();
        if (!limits.isEmpty()) {
            words.add("prlimit");
            words.addAll(limits);
        }
        words.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        if (!privileged) {
            words.addAll(rootless
                ? List.of("--bounding-set=-all", "--inh-caps=-all", "--ambient-caps=-all", "--no-new-privs")
                : List.of("--reuid", "65534", "--regid", "65534", "--clear-groups", "--inh-caps=-all"));
        }
        return words;
    }
}
