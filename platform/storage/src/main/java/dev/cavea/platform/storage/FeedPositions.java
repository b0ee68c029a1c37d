package dev.cavea.platform.storage;

import org.jdbi.v3.core.Handle;

/**
 * How far each consumer of the ledger's feed has come, kept in the same transaction as what it did
 * there, so that each event has its effect exactly once.
 */
public final class FeedPositions {

    private FeedPositions() {}

    /** Position of the last entry whose effect is stored; 0 before the first. */
    public static long of(Handle handle, String consumer) {
        return handle.createQuery(
                        "SELECT position FROM storage.feed_position WHERE consumer = :consumer")
                .bind("consumer", consumer)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /**
     * Call within the transaction of the effect. Throws {@link StorageFailure} if the stored
     * position is not {@code from}: another process consumes under the same name, and this
     * transaction must not commit.
     */
    public static void advance(Handle handle, String consumer, long from, long to) {
        int moved =
                from == 0
                        ? insert(handle, consumer, to)
                        : handle.execute(
                                "UPDATE storage.feed_position SET position = ?"
                                        + " WHERE consumer = ? AND position = ?",
                                to,
                                consumer,
                                from);
        if (moved != 1) {
            throw new StorageFailure(
                    StorageFailure.Code.POSITION_CONFLICT,
                    "the feed consumer '"
                            + consumer
                            + "' is not at position "
                            + from
                            + ": does another process consume under its name?");
        }
    }

    private static int insert(Handle handle, String consumer, long to) {
        return handle.execute(
                "INSERT INTO storage.feed_position AS stored (consumer, position) VALUES (?, ?)"
                        + " ON CONFLICT (consumer) DO UPDATE SET position = excluded.position"
                        + " WHERE stored.position = 0",
                consumer,
                to);
    }
}
