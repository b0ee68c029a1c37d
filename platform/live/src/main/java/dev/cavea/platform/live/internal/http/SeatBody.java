package dev.cavea.platform.live.internal.http;

import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.live.internal.house.SeatMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The JSON of one version, plain and compressed. The arrays are shared: nobody writes to them. */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record SeatBody(long version, byte[] plain, byte[] gzip, long madeNanos, long costNanos) {

    static SeatBody make(SeatMap map, SeatingPlan plan) {
        long start = System.nanoTime();
        byte[] plain = SeatWords.of(map, plan);
        byte[] gzip = compressed(plain);
        long end = System.nanoTime();
        return new SeatBody(map.version(), plain, gzip, end, end - start);
    }

    long ageNanos() {
        return System.nanoTime() - madeNanos;
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 8 + 64);
        try (OutputStream gzip = new QuickGzip(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
