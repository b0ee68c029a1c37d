package dev.cavea.platform.catalogue.internal.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.platform.catalogue.internal.exchange.Source;
import dev.cavea.platform.edge.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PlanUploadsTest {

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Source source) {
        try (InputStream bytes = source.open()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void handsTheWholeBodyOver() {
        PlanUploads uploads = new PlanUploads(1, 1, Duration.ZERO);
        String large = "a plan ".repeat(500_000);
        assertThat(uploads.take(bytes(large), PlanUploadsTest::text)).isEqualTo(large);
        assertThat(uploads.take(bytes(""), PlanUploadsTest::text)).isEmpty();
    }

    @Test
    void refusesOneMoreThanMayComeAndTakesItLater() throws Exception {
        PlanUploads uploads = new PlanUploads(1, 1, Duration.ZERO);
        CountDownLatch coming = new CountDownLatch(1);
        PipedOutputStream sender = new PipedOutputStream();
        InputStream slow =
                new PipedInputStream(sender) {
                    @Override
                    public synchronized int read(byte[] into, int from, int length)
                            throws IOException {
                        coming.countDown();
                        return super.read(into, from, length);
                    }
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<String> first =
                    CompletableFuture.supplyAsync(
                            () -> uploads.take(slow, PlanUploadsTest::text), threads);
            coming.await();
            Problem refused = refused(uploads);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.headers()).containsKey("Retry-After");
            sender.write("slow".getBytes(StandardCharsets.UTF_8));
            sender.close();
            assertThat(first.join()).isEqualTo("slow");
        }
        assertThat(uploads.take(bytes("second"), PlanUploadsTest::text)).isEqualTo("second");
    }

    @Test
    void doesNotWaitForEverForItsTurnToBeRead() {
        PlanUploads uploads = new PlanUploads(9, 1, Duration.ofMillis(1));
        Problem inside = uploads.take(bytes("first"), _ -> refused(uploads));
        assertThat(inside.status()).isEqualTo(503);
    }

    @Test
    void isFreeAgainAfterAPlanThatCannotBeRead() {
        PlanUploads uploads = new PlanUploads(1, 1, Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            assertThat(broken(uploads).status()).isEqualTo(422);
        }
    }

    private static Problem broken(PlanUploads uploads) {
        return catchThrowableOfType(
                Problem.class,
                () ->
                        uploads.take(
                                bytes("x"),
                                _ -> {
                                    throw new Problem(422, "invalid-plan", "x", "x");
                                }));
    }

    private static Problem refused(PlanUploads uploads) {
        return catchThrowableOfType(
                Problem.class, () -> uploads.take(bytes("more"), PlanUploadsTest::text));
    }
}
