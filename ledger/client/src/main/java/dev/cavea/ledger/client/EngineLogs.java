package dev.cavea.ledger.client;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The engine's own copy of gRPC and Netty tells the JDK's log how it was built, at each start. */
public final class EngineLogs {

    /** Held here, because the JDK forgets the level of a logger that nobody holds. */
    private static final Logger ENGINE = Logger.getLogger("org.apache.ratis.thirdparty");

    private EngineLogs() {}

    /** Warnings and worse. */
    public static void quieten() {
        ENGINE.setLevel(Level.WARNING);
    }
}
