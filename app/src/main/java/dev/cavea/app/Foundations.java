package dev.cavea.app;

import dev.cavea.platform.storage.Database;
import dev.cavea.platform.storage.DatabaseAddress;
import dev.cavea.platform.storage.EmbeddedDatabase;
import dev.cavea.platform.storage.Migrations;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands before the first request and after the last: the data folder, PostgreSQL and the
 * ledger, started beside each other.
 */
final class Foundations {

    /**
     * In the order in which a newer module may look at an older one's schema: never, but stable.
     */
    private static final String[] SCHEMAS = {
        "storage",
        "chores",
        "edge",
        "audit",
        "accounts",
        "catalogue",
        "payments",
        "tickets",
        "booking",
        "demo"
    };

    private static final Logger LOG = LoggerFactory.getLogger(Foundations.class);
    private static final long WEB_STOP_SECONDS = 20;
    private static final long STORAGE_START_SECONDS = 20;
    private static @Nullable Foundations shared;

    private final DataFolder folder;
    private final Settings settings;
    private final CompletableFuture<Database> storage;
    private final CompletableFuture<RunningLedger> ledger;
    private final CountDownLatch webStopped = new CountDownLatch(1);
    private final CountDownLatch storageSettled = new CountDownLatch(1);
    private final AtomicBoolean refused = new AtomicBoolean();
    private volatile @Nullable EmbeddedDatabase server;
    private boolean stopped;

    private Foundations(DataFolder folder, Settings settings) {
        this.folder = folder;
        this.settings = settings;
        this.storage = inBackground("cavea-database", this::startStorage);
        this.ledger =
                inBackground(
                        "cavea-ledger",
                        () -> RunningLedger.start(settings, folder.path().resolve("ledger")));
    }

    static Foundations begin(Settings settings) {
        return new Foundations(DataFolder.take(settings.data()), settings);
    }

    static void share(Foundations foundations) {
        shared = foundations;
    }

    /** The one of this process; the web stack's parts find it here. */
    static Foundations shared() {
        if (shared == null) {
            throw new IllegalStateException("the foundations are laid by main");
        }
        return shared;
    }

    Settings settings() {
        return settings;
    }

    DataFolder folder() {
        return folder;
    }

    /** Waits for PostgreSQL. */
    Database database() {
        return storage.join();
    }

    /** How often the embedded PostgreSQL ended and was started again. */
    int databaseRestarts() {
        EmbeddedDatabase running = server;
        return running == null ? 0 : running.restarts();
    }

    /** Waits for the ledger. */
    RunningLedger ledger() {
        return ledger.join();
    }

    void webHasStopped() {
        webStopped.countDown();
    }

    /** In this order: the port and what runs behind it (by the web stack), ledger, database. */
    void stop() {
        await(webStopped, WEB_STOP_SECONDS);
        synchronized (this) {
            if (stopped) {
                return;
            }
            stopped = true;
            if (ledger.isDone() && !ledger.isCompletedExceptionally()) {
                ledger.join().close();
            }
            stopStorage();
            folder.close();
        }
    }

    /** Also one that is still starting: no PostgreSQL is left behind. */
    private void stopStorage() {
        await(storageSettled, STORAGE_START_SECONDS);
        if (storage.isDone()) {
            storage.join().close();
        }
        EmbeddedDatabase running = server;
        if (running != null) {
            running.close();
        }
    }

    private Database startStorage() {
        try {
            return openStorage();
        } finally {
            storageSettled.countDown();
        }
    }

    private Database openStorage() {
        long start = System.nanoTime();
        Database database =
                Database.open(databaseAddress(), settings.workPool(), settings.readPool());
        long up = System.nanoTime();
        Migrations.apply(database.unpooled(), SCHEMAS);
        database.watch();
        LOG.debug(
                "PostgreSQL was up after {} ms, its schemas {} ms later",
                TimeUnit.NANOSECONDS.toMillis(up - start),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - up));
        return database;
    }

    /** Of the PostgreSQL that was named, or else of one that it starts. */
    private Supplier<DatabaseAddress> databaseAddress() {
        String url = settings.text(Setting.DATABASE_URL);
        if (!url.isEmpty()) {
            DatabaseAddress given =
                    new DatabaseAddress(
                            url,
                            settings.text(Setting.DATABASE_USER),
                            settings.text(Setting.DATABASE_PASSWORD));
            return () -> given;
        }
        EmbeddedDatabase started = EmbeddedDatabase.start(folder.path().resolve("postgresql"));
        server = started;
        return started::address;
    }

    /** A part that does not start ends the process with its one line. */
    private <T> CompletableFuture<T> inBackground(String name, Supplier<T> start) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread.ofPlatform()
                .name(name)
                .start(
                        () -> {
                            try {
                                future.complete(start.get());
                            } catch (RuntimeException e) {
                                refuse(e.getMessage());
                            }
                        });
        return future;
    }

    /**
     * The first part to fail says why; what the other one has started is stopped before the end.
     */
    void refuse(@Nullable String line) {
        if (refused.compareAndSet(false, true)) {
            Cavea.complain(line);
            try {
                stopStorage();
            } finally {
                Cavea.end();
            }
        }
    }

    private static void await(CountDownLatch latch, long seconds) {
        try {
            latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
