package dev.cavea.platform.booking.internal.feed;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** Where the feed must be read from to know all live holds after a restart. */
@Singleton
public final class HoldWatermark {

    private final Jdbi database;

    public HoldWatermark(Jdbi database) {
        this.database = database;
    }

    /** 1, the feed's beginning, before the first was kept. */
    public long read() {
        return database.withHandle(
                handle ->
                        handle.createQuery("SELECT position FROM booking.hold_watermark")
                                .mapTo(Long.class)
                                .findOne()
                                .orElse(1L));
    }

    /** If several processes store theirs, the furthest one counts: any of them would do. */
    public void keep(long position) {
        database.useHandle(
                handle ->
                        handle.execute(
                                """
                                INSERT INTO booking.hold_watermark AS kept (position) VALUES (?)
                                ON CONFLICT (only_one) DO UPDATE
                                SET position = greatest(kept.position, excluded.position)
                                """,
                                position));
    }
}
