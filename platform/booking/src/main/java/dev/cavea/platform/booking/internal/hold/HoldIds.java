package dev.cavea.platform.booking.internal.hold;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.platform.edge.KeyedRequest;
import dev.cavea.platform.kernel.Ids;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the ids of holds, which the caller of the ledger chooses. */
public final class HoldIds {

    private final long process = new SecureRandom().nextLong();
    private final AtomicLong drawn = new AtomicLong(new SecureRandom().nextLong());

    /** Never given before: 64 random bits of this process and a number of its own. */
    public HoldId fresh() {
        return new HoldId(process, drawn.incrementAndGet());
    }

    /** The same for the same caller, event and Idempotency-Key, in every process. */
    public static HoldId derived(long account, long event, String key) {
        UUID id = KeyedRequest.derivedId(Ids.text(account), "hold " + Ids.text(event), key);
        return new HoldId(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** The hold with which a booking tries again for seats whose hold ended before its payment. */
    public static HoldId secondTry(long order, int attempt) {
        UUID id = KeyedRequest.derivedId(Ids.text(order), "second try", "attempt-" + attempt);
        return new HoldId(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }
}
