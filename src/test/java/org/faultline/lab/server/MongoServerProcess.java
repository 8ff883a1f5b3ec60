package org.faultline.lab.server;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** A program of its own, so that it can be frozen and killed: a server that speaks MongoDB's protocol, with nothing in it. */
public final class MongoServerProcess {

    private MongoServerProcess() { }

    /** @param arguments the port, on 127.0.0.1 */
    public static void main(String[] arguments) {
        new MongoServer(new MemoryBackend()).bind("127.0.0.1", Integer.parseInt(arguments[0]));
    }
}
