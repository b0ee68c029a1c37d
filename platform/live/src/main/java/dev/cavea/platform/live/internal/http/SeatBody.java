package dev.cavea.platform.live.internal.http;

import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.live.internal.house.SeatMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of one version, compressed once someone asks for that. The arrays are shared and never
 * written to.
 */
final class SeatBody {

    private final long version;
    private final byte[] plain;
    private final long madeNanos;
    private final AtomicLong costNanos;
    private @Nullable CompletableFuture<byte[]> gzip;

    private SeatBody(long version, byte[] plain, long madeNanos, long costNanos) {
        this.version = version;
        this.plain = plain;
        this.madeNanos = madeNanos;
        this.costNanos = new AtomicLong(costNanos);
    }

    static SeatBody make(SeatMap map, SeatingPlan plan) {
        long start = System.nanoTime();
        byte[] plain = SeatWords.of(map, plan);
        long end = System.nanoTime();
        return new SeatBody(map.version(), plain, end, end - start);
    }

    long version() {
        return version;
    }

    byte[] plain() {
        return plain;
    }

    /** Made by the executor for the first caller. */
    synchronized CompletableFuture<byte[]> gzip(Executor executor) {
        CompletableFuture<byte[]> known = gzip;
        if (known == null) {
            known = CompletableFuture.supplyAsync(this::compressed, executor);
            gzip = known;
        }
        return known;
    }

    /** Approximate, including the compressed form. */
    int weight() {
        return plain.length + plain.length / 4;
    }

    long ageNanos() {
        return System.nanoTime() - madeNanos;
    }

    long costNanos() {
        return costNanos.get();
    }

    private byte[] compressed() {
        long start = System.nanoTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 8 + 64);
        try (OutputStream out = new QuickGzip(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        costNanos.addAndGet(System.nanoTime() - start);
        return bytes.toByteArray();
    }

    /** Fast rather than small: the text is repetitive enough. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
