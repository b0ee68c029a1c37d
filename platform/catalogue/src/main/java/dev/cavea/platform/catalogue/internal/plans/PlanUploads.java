package dev.cavea.platform.catalogue.internal.plans;

import dev.cavea.platform.catalogue.internal.exchange.Source;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Large plans on their way in: on disk while they come, however slowly, and read from there a few
 * at a time. Both are bounded; whoever comes too much is asked to come again.
 */
public final class PlanUploads {

    private static final Logger LOG = System.getLogger(PlanUploads.class.getName());
    private static final int RETRY_SECONDS = 10;

    private static final int COMING = 8;
    private static final int OF_ONE_ACCOUNT = 2;
    private static final int READING = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String PREFIX = "cavea-plan-";
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Map<Long, Integer> byAccount = new ConcurrentHashMap<>();
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

    /** As a server has it; deletes what a killed one has left. */
    public static PlanUploads ofServer() {
        deleteForgotten(Path.of(System.getProperty("java.io.tmpdir")));
        return new PlanUploads(COMING, READING, PATIENCE);
    }

    /** Whatever nobody has added to for an hour: another server may be here, too. */
    static void deleteForgotten(Path folder) {
        Instant limit = Instant.now().minus(FORGOTTEN);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*.upload")) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // They only take space: a start does not depend on it.
            LOG.log(Level.WARNING, "cannot delete old uploads in " + folder, e);
        }
    }

    /**
     * Takes a body and hands it to a reader, whole.
     *
     * @param account whose it is: one account cannot take every place
     * @throws Problem 503 {@code overloaded} when too many come or are read
     */
    public <T> T take(long account, InputStream body, Function<Source, T> reader) {
        if (byAccount.merge(account, 1, Integer::sum) > OF_ONE_ACCOUNT) {
            leave(account);
            throw busy();
        }
        try {
            return take(body, reader);
        } finally {
            leave(account);
        }
    }

    private void leave(long account) {
        byAccount.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
    }

    private <T> T take(InputStream body, Function<Source, T> reader) {
        if (!coming.tryAcquire()) {
            throw busy();
        }
        try {
            Path file = Files.createTempFile(PREFIX, ".upload");
            try {
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
                return inTurn(() -> reader.apply(Source.of(file)));
            } finally {
                Files.deleteIfExists(file);
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
