package dev.cavea.platform.catalogue.internal.plans;

import dev.cavea.platform.catalogue.internal.exchange.Source;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Large plans on their way in: on disk while they come, however slowly, and read from there a few
 * at a time. Both are bounded; whoever comes too much is asked to come again.
 */
public final class PlanUploads {

    private static final int RETRY_SECONDS = 10;

    private final Semaphore coming;
    private final Semaphore reading;
    private final Duration patience;

    /**
     * @param coming so many at once may come in
     * @param reading so many at once are read
     * @param patience so long one that is here waits to be read
     */
    public PlanUploads(int coming, int reading, Duration patience) {
        this.coming = new Semaphore(coming);
        this.reading = new Semaphore(reading);
        this.patience = patience;
    }

    /**
     * Takes a body and hands it to a reader, whole.
     *
     * @throws Problem 503 {@code overloaded} when too many come or are read
     */
    public <T> T take(InputStream body, Function<Source, T> reader) {
        if (!coming.tryAcquire()) {
            throw busy();
        }
        try {
            Path file = Files.createTempFile("cavea-plan", ".upload");
            try {
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
                return inTurn(() -> reader.apply(Source.of(file)));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            coming.release();
        }
    }

    /**
     * Does what takes as much memory as reading a plan, such as writing one, in turn with it.
     *
     * @throws Problem 503 {@code overloaded} when its turn does not come
     */
    public <T> T inTurn(Supplier<T> work) {
        acquire();
        try {
            return work.get();
        } finally {
            reading.release();
        }
    }

    private void acquire() {
        try {
            if (!reading.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Problem busy() {
        return Problems.overloaded("Too many plans are being uploaded at once.", RETRY_SECONDS);
    }
}
