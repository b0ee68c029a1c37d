package dev.cavea.platform.catalogue.internal.plans;

import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.edge.Problem;
import jakarta.inject.Singleton;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table {@code catalogue.plan}, and the plans that are in memory: each once. */
@Singleton
public final class PlanStore {

    private static final Logger LOG = LoggerFactory.getLogger(PlanStore.class);

    private final Jdbi database;
    private final Clock clock;
    private final Map<String, SoftReference<StoredPlan>> known = new ConcurrentHashMap<>();

    public PlanStore(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A plan as lists show it. */
    public record Summary(String digest, String name, int seats, long places) {}

    /** Keeps a plan; one that is there already stays as it is, which is the same. */
    public void keep(StoredPlan stored, long createdBy) {
        SeatingPlan plan = stored.plan();
        database.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        INSERT INTO catalogue.plan (digest, name, seats, places,
                                          document, created_by, created_at)
                                        VALUES (:digest, :name, :seats, :places, :document,
                                          :createdBy, :now)
                                        ON CONFLICT (digest) DO NOTHING
                                        """)
                                .bind("digest", plan.digest())
                                .bind("name", stored.plan().frame().name())
                                .bind("seats", plan.seatCount())
                                .bind("places", places(plan))
                                .bind("document", stored.gzip())
                                .bind("createdBy", createdBy)
                                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                                .execute());
        known.put(plan.digest(), new SoftReference<>(stored));
    }

    private static long places(SeatingPlan plan) {
        return plan.areas().stream().mapToLong(SeatingPlan.Area::capacity).sum();
    }

    /** Throws 409 {@code plan-unreadable} for a plan that was kept and cannot be read any more. */
    public Optional<StoredPlan> find(String digest) {
        SoftReference<StoredPlan> reference = known.get(digest);
        StoredPlan stored = reference == null ? null : reference.get();
        return stored == null ? read(digest) : Optional.of(stored);
    }

    private Optional<StoredPlan> read(String digest) {
        Optional<byte[]> document =
                database.withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT document FROM catalogue.plan
                                                WHERE digest = :digest
                                                """)
                                        .bind("digest", digest)
                                        .mapTo(byte[].class)
                                        .findOne());
        Optional<StoredPlan> stored = document.map(gzip -> readable(digest, gzip));
        stored.ifPresent(plan -> known.put(digest, new SoftReference<>(plan)));
        return stored;
    }

    private static StoredPlan readable(String digest, byte[] gzip) {
        try {
            return StoredPlan.read(digest, gzip);
        } catch (RuntimeException e) {
            LOG.error("The stored plan {} cannot be read", digest, e);
            throw new Problem(
                    409,
                    "plan-unreadable",
                    "The stored plan cannot be read",
                    "Plan " + digest + ": " + e.getMessage());
        }
    }

    /** The newest first. */
    List<Summary> list(@Nullable String afterDigest, int limit) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT digest, name, seats, places FROM catalogue.plan
                                        WHERE CAST(:after AS text) IS NULL
                                          OR (created_at, digest) < (SELECT created_at, digest
                                            FROM catalogue.plan WHERE digest = :after)
                                        ORDER BY created_at DESC, digest DESC LIMIT :limit
                                        """)
                                .bind("after", afterDigest)
                                .bind("limit", limit)
                                .map(
                                        (row, context) ->
                                                new Summary(
                                                        row.getString("digest"),
                                                        row.getString("name"),
                                                        row.getInt("seats"),
                                                        row.getLong("places")))
                                .list());
    }
}
