package dev.cavea.ledger.client;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The engine's own copy of gRPC and Netty logs how it was built through the JDK, on every start.
 */
public final class EngineLogs {

    /** Kept here because the JDK forgets the level of a logger that nothing refers to. */
    private static final Logger ENGINE = Logger.getLogger("org.apache.ratis.thirdparty");

    private EngineLogs() {}

    /** Warnings and worse. */
    public static void quieten() {
        ENGINE.setLevel(Level.WARNING);
    }
}
