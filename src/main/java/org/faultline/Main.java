package org.faultline;

import org.faultline.cli.Faultline;
import org.faultline.cli.Terminal;
import org.faultline.host.Hosts;

/** Where the program starts. */
public final class Main {

    private Main() { }

    public static void main(String[] arguments) {
        if (arguments.length == 0 || arguments[0].equals("check")) {
            Thread.ofPlatform().name("warm-up").daemon().start(Hosts::warm);
        }
        System.exit(Faultline.run(arguments, Terminal.ofThisProcess()));
    }
}
