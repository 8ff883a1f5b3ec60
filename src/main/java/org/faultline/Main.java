package org.faultline;

import org.faultline.cli.Faultline;
import org.faultline.cli.Terminal;
import org.faultline.host.Hosts;

/** Where the program starts. */
public final class Main {

    private Main() { }

    public static void main(String[] arguments) {
        String command = arguments.length == 0 ? "check" : arguments[0];
        switch (command) {
            case "check" -> warmUp();
            case "self-train" -> Hosts.warm();
            default -> { }
        }
        System.exit(Faultline.run(arguments, Terminal.ofThisProcess()));
    }

    /** Beside the reading of arguments and words. If it fails, whoever needs the same thing later fails too, and says so there. */
    private static void warmUp() {
        Thread thread = Thread.ofPlatform().name("warm-up").daemon().unstarted(Hosts::warm);
        thread.setUncaughtExceptionHandler((_, _) -> { });
        thread.start();
    }
}
