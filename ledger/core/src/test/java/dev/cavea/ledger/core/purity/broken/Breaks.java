package dev.cavea.ledger.core.purity.broken;

/** Each class breaks the one rule it is named after, to show that the rule catches it. */
public final class Breaks {

    private Breaks() {}

    static final class Clock {
        Object now() {
            return java.time.Instant.EPOCH;
        }
    }

    static final class Chance {
        int dice() {
            return new java.util.Random(1).nextInt();
        }
    }

    static final class Concurrency {
        void run() {
            Thread.onSpinWait();
        }
    }

    static final class Disk {
        Object file() {
            return java.nio.file.Path.of("x");
        }
    }

    static final class Network {
        Object address() {
            return java.net.URI.create("x");
        }
    }

    static final class Database {
        Object connection() {
            return java.sql.Types.class;
        }
    }

    static final class Logger {
        Object log() {
            return java.util.logging.Logger.getGlobal();
        }
    }

    static final class Machine {
        long now() {
            return System.nanoTime();
        }
    }

    static final class HashOrder {
        Object set() {
            return new java.util.HashSet<String>();
        }
    }

    static final class FloatingField {
        double price;
    }

    static final class FloatingMethod {
        void pay(float price) {}
    }

    static final class OtherParts {
        Object tree() {
            return new dev.cavea.platform.Stranger();
        }
    }
}
