package dev.cavea.platform.accounts.internal.passwords;

import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords on at most half of the machine's cores. A storm of logins waits in a short queue
 * and is then told to come back, so that buyers do not notice it.
 */
@Singleton
public final class Hashing {

    private static final int QUEUE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What an unknown address is compared with, so that it takes as long as a known one. */
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
                    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final Argon2id argon = new Argon2id();
    private final Semaphore cores;
    private final Semaphore queue;
    private final Duration patience;

    public Hashing() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), QUEUE, PATIENCE);
    }

    Hashing(int cores, int queue, Duration patience) {
        this.cores = new Semaphore(cores, true);
        this.queue = new Semaphore(cores + queue);
        this.patience = patience;
    }

    /**
     * @throws Problem 503 {@code overloaded}
     */
    public String hash(String password) {
        return inTurn(() -> {}, () -> argon.hash(password));
    }

    /**
     * @param phc null if there is no such account: false, after the same time
     * @param first run when it is this password's turn; if it throws, that is the outcome
     * @throws Problem 503 {@code overloaded}
     */
    public boolean verify(String password, @Nullable String phc, Runnable first) {
        return inTurn(
                first, () -> argon.verify(password, phc == null ? NOBODY : phc) && phc != null);
    }

    private <T> T inTurn(Runnable first, Supplier<T> work) {
        if (!queue.tryAcquire()) {
            throw busy();
        }
        try {
            if (!cores.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
            try {
                first.run();
                return work.get();
            } finally {
                cores.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            queue.release();
        }
    }

    private static Problem busy() {
        return Problems.overloaded("Too many people are signing in right now.", 5);
    }
}
