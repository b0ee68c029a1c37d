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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(uploads.take(1, bytes(large), PlanUploadsTest::text)).isEqualTo(large);
        assertThat(uploads.take(1, bytes(""), PlanUploadsTest::text)).isEmpty();
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
                            () -> uploads.take(1, slow, PlanUploadsTest::text), threads);
            coming.await();
            Problem refused = refused(uploads);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.headers()).containsKey("Retry-After");
            sender.write("slow".getBytes(StandardCharsets.UTF_8));
            sender.close();
            assertThat(first.join()).isEqualTo("slow");
        }
        assertThat(uploads.take(1, bytes("second"), PlanUploadsTest::text)).isEqualTo("second");
    }

    @Test
    void doesNotWaitForEverForItsTurnToBeRead() {
        PlanUploads uploads = new PlanUploads(9, 1, Duration.ofMillis(1));
        Problem inside = uploads.take(1, bytes("first"), _ -> refused(uploads));
        assertThat(inside.status()).isEqualTo(503);
    }

    @Test
    void isFreeAgainAfterAPlanThatCannotBeRead() {
        PlanUploads uploads = new PlanUploads(1, 1, Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            assertThat(broken(uploads).status()).isEqualTo(422);
        }
    }

    @Test
    void deletesWhatAKilledServerLeft(@TempDir Path folder) throws IOException {
        Path old = Files.createFile(folder.resolve("cavea-plan-1.upload"));
        Path coming = Files.createFile(folder.resolve("cavea-plan-2.upload"));
        Path other = Files.createFile(folder.resolve("other.upload"));
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        Files.setLastModifiedTime(old, yesterday);
        Files.setLastModifiedTime(other, yesterday);
        PlanUploads.deleteForgotten(folder);
        assertThat(old).doesNotExist();
        assertThat(coming).exists();
        assertThat(other).exists();
    }

    @Test
    void oneAccountCannotTakeEveryPlace() {
        PlanUploads uploads = new PlanUploads(9, 9, Duration.ZERO);
        String third =
                uploads.take(
                        1,
                        bytes("first"),
                        _ ->
                                uploads.take(
                                        1,
                                        bytes("second"),
                                        _ -> {
                                            assertThat(refused(uploads).status()).isEqualTo(503);
                                            return uploads.take(
                                                    2, bytes("other"), PlanUploadsTest::text);
                                        }));
        assertThat(third).isEqualTo("other");
        assertThat(uploads.take(1, bytes("again"), PlanUploadsTest::text)).isEqualTo("again");
    }

    private static Problem broken(PlanUploads uploads) {
        return catchThrowableOfType(
                Problem.class,
                () ->
                        uploads.take(
                                1,
                                bytes("x"),
                                _ -> {
                                    throw new Problem(422, "invalid-plan", "x", "x");
                                }));
    }

    private static Problem refused(PlanUploads uploads) {
        return catchThrowableOfType(
                Problem.class, () -> uploads.take(1, bytes("more"), PlanUploadsTest::text));
    }
}
