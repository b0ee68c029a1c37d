package dev.cavea.platform.live.internal.watch;

import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** How many may watch: in all, and from one address. */
public final class Admission {

    private static final int COME_AGAIN_SECONDS = 10;

    private final int inAll;
    private final int byAddress;
    private final AtomicInteger watching = new AtomicInteger();
    private final Map<String, Integer> addresses = new ConcurrentHashMap<>();

    public Admission(int inAll, int byAddress) {
        this.inAll = inAll;
        this.byAddress = byAddress;
    }

    /**
     * @param address null for one without an individual limit
     * @return gives the place back, once, however often it runs
     * @throws Problem 429 {@code too-many-requests} for an address with too many watchers already;
     *     503 {@code overloaded} when the house is full
     */
    public Runnable enter(@Nullable String address) {
        int here = address == null ? 0 : addresses.merge(address, 1, Integer::sum);
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave =
                () -> {
                    if (left.compareAndSet(false, true)) {
                        leave(address);
                    }
                };
        if (watching.incrementAndGet() > inAll) {
            leave.run();
            throw Problems.overloaded(
                    "Too many people are watching right now.", COME_AGAIN_SECONDS);
        }
        if (here > byAddress) {
            leave.run();
            throw tooMany();
        }
        return leave;
    }

    private void leave(@Nullable String address) {
        watching.decrementAndGet();
        if (address != null) {
            addresses.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private Problem tooMany() {
        return new Problem(
                        429,
                        "rate-limited",
                        "Too many watchers from your address",
                        "One address may watch " + byAddress + " times at once.")
                .header("Retry-After", Integer.toString(COME_AGAIN_SECONDS))
                .with("retryAfterSeconds", COME_AGAIN_SECONDS)
                .with("limit", byAddress);
    }
}
