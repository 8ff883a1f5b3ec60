package org.faultline.host.plain;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;

/** Numbers of interfaces by name, as Java knows them. */
public final class Interfaces {

    private Interfaces() { }

    /** 0 if there is none of this name. */
    public static int indexOf(String name) {
        try {
            return Optional.ofNullable(NetworkInterface.getByName(name)).map(NetworkInterface::getIndex).orElse(0);
        } catch (SocketException _) {
            return 0;
        }
    }
}
