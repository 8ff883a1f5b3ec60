package org.faultline.cli;

import java.util.Optional;
import java.util.Properties;

/**
 * The start-up cache that the launcher offers to Java ({@code -XX:AOTCache}), and whether Java took it. It refuses without a word one
 * that was made by another runtime or with other options; the program works all the same.
 */
final class StartUpCache {

    private StartUpCache() { }

    /**
     * What to tell about it, where there is something to tell.
     *
     * @param system the system properties: {@code faultline.cache}, set by the launcher, and {@code java.vm.info}, in which HotSpot says
     *               {@code sharing} when a cache is in use
     */
    static Optional<String> complaint(Properties system) {
        boolean offered = system.containsKey("faultline.cache");
        boolean taken = system.getProperty("java.vm.info", "").contains("sharing");
        return offered && !taken
            ? Optional.of("Java did not use the start-up cache (refused or switched off): the program starts more slowly, and works") : Optional.empty();
    }
}
