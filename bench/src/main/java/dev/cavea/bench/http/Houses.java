package dev.cavea.bench.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What a fan sees: the compact map as {@code docs/reference/seat-map-format.md} has it. */
final class Houses {

    private static final int MAGIC = 0x4d535643;
    private static final int COUNT_AT = 32;
    private static final int STATES_AT = 40;
    private static final int TRIES = 50;

    private final Api api;
    private final Site.OnSale event;

    Houses(Api api, Site.OnSale event) {
        this.api = api;
        this.event = event;
    }

    /** So many neighbours that looked free a moment ago; empty when none were found. */
    List<String> choose(int count) throws IOException {
        ByteBuffer map =
                ByteBuffer.wrap(api.bytes(event.seatsPath(), "application/vnd.cavea.seatmap"))
                        .order(ByteOrder.LITTLE_ENDIAN);
        if (map.getInt(0) != MAGIC || map.getInt(COUNT_AT) != event.seats().size()) {
            throw new IOException("the compact map is not of this event");
        }
        int last = event.seats().size() - count;
        for (int attempt = 0; attempt < TRIES && last >= 0; attempt++) {
            int first = ThreadLocalRandom.current().nextInt(last + 1);
            if (allFree(map, first, count)) {
                return new ArrayList<>(event.seats().subList(first, first + count));
            }
        }
        return List.of();
    }

    private static boolean allFree(ByteBuffer map, int first, int count) {
        for (int seat = first; seat < first + count; seat++) {
            if ((map.get(STATES_AT + seat / 4) >> (seat % 4 * 2) & 3) != 0) {
                return false;
            }
        }
        return true;
    }
}
