package dev.cavea.demo.internal.programme;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table {@code demo.made}: what the demo has made already. */
public final class MadeRows {

    /** One server seeds at a time; the number is the demo's own. */
    private static final long LOCK = 0x6361_7665_615f_6465L;

    private final Jdbi database;

    public MadeRows(Jdbi database) {
        this.database = database;
    }

    Optional<String> find(String key) {
        return database.withHandle(
                handle ->
                        handle.createQuery("SELECT id FROM demo.made WHERE key = :key")
                                .bind("key", key)
                                .mapTo(String.class)
                                .findOne());
    }

    void put(String key, String id) {
        database.useHandle(
                handle ->
                        handle.execute(
                                "INSERT INTO demo.made (key, id) VALUES (?, ?)"
                                        + " ON CONFLICT (key) DO NOTHING",
                                key,
                                id));
    }

    boolean isEmpty() {
        return database.withHandle(
                handle ->
                        handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM demo.made)")
                                .mapTo(Boolean.class)
                                .one());
    }

    /** Runs unless another server does it now. */
    void alone(Runnable work) {
        database.useTransaction(
                handle -> {
                    boolean mine =
                            handle.createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                                    .bind("lock", LOCK)
                                    .mapTo(Boolean.class)
                                    .one();
                    if (mine) {
                        work.run();
                    }
                });
    }
}
