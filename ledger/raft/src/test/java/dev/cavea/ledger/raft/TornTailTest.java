package dev.cavea.ledger.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PackingLedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.raft.LedgerStartException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a power cut or a failing disk may leave in the open file of the log. Ten holds were
 * acknowledged; the eleventh was being written.
 */
@Timeout(60)
final class TornTailTest {

    @TempDir Path folder;
    private Path log;
    private byte[] bytes;
    private int end;
    private int lastStart;

    @BeforeEach
    void writeALog() throws Exception {
        Path original = Files.createDirectory(folder.resolve("original"));
        try (LedgerNode node = started(original);
                PackingLedgerClient client = PackingLedgerClient.inProcess(node, Scene.PATIENT)) {
            Scene.get(client, Scene.open(1, 100));
            for (int seat = 0; seat < 10; seat++) {
                Scene.get(client, Scene.hold(1, seat, seat));
            }
            lastStart = contentEnd(read(original));
            Scene.get(client, Scene.hold(1, 10, 10));
            // As after a crash: neither a snapshot nor a clean stop.
            copy(original, folder.resolve("crashed"));
        }
        bytes = read(folder.resolve("crashed"));
        end = contentEnd(bytes);
        log = logFile(folder.resolve("crashed"));
    }

    @Test
    void anUndamagedLogStartsWithEverything() throws Exception {
        assertThat(holdsAfterStart()).isEqualTo(11);
    }

    @Test
    void aLastEntryCutInTheMiddleIsDropped() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength((lastStart + end) / 2);
        }
        assertThat(holdsAfterStart()).isEqualTo(10);
    }

    @Test
    void aLastEntryHalfZeroedIsCutOff() throws Exception {
        overwrite((lastStart + end) / 2, new byte[end - (lastStart + end) / 2]);
        assertThat(holdsAfterStart()).isEqualTo(10);
    }

    @Test
    void aFlippedByteInTheLastEntryCutsItOff() throws Exception {
        int at = (lastStart + end) / 2;
        overwrite(at, new byte[] {(byte) (bytes[at] ^ 0x10)});
        assertThat(holdsAfterStart()).isEqualTo(10);
    }

    @Test
    void garbageAfterTheEndIsCutOff() throws Exception {
        overwrite(end + 100, new byte[] {1, 2, 3, 4});
        assertThat(holdsAfterStart()).isEqualTo(11);
    }

    @Test
    void aFlippedByteInAnEarlyEntryIsNeverCutOff() throws Exception {
        int at = lastStart / 2;
        overwrite(at, new byte[] {(byte) (bytes[at] ^ 0x10)});
        assertRefused();
    }

    @Test
    void anEmptiedHeaderIsNeverTakenForAnEmptyLog() throws Exception {
        overwrite(0, new byte[8]);
        assertRefused();
    }

    private void assertRefused() throws IOException {
        byte[] before = Files.readAllBytes(log);
        assertThatThrownBy(() -> LedgerNode.start(settings(folder.resolve("crashed"))))
                .isInstanceOfSatisfying(
                        LedgerStartException.class,
                        no -> {
                            assertThat(no.reason()).isEqualTo(Reason.LOG_DAMAGED);
                            assertThat(no.getMessage())
                                    .contains("backup", log.getFileName().toString())
                                    .doesNotContain("\n");
                        });
        assertThat(Files.readAllBytes(log)).isEqualTo(before);
    }

    private int holdsAfterStart() throws Exception {
        try (LedgerNode node = started(folder.resolve("crashed"));
                PackingLedgerClient client = PackingLedgerClient.inProcess(node, Scene.PATIENT)) {
            int held = 0;
            for (byte state : client.feed().image().houses().getFirst().states()) {
                held += state;
            }
            assertThat(Scene.get(client, Scene.hold(1, 99, 99))).isInstanceOf(Answer.Held.class);
            return held;
        }
    }

    private void overwrite(int at, byte[] with) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.seek(at);
            file.write(with);
        }
    }

    private static int contentEnd(byte[] log) {
        int at = log.length;
        while (at > 0 && log[at - 1] == 0) {
            at--;
        }
        return at;
    }

    private static byte[] read(Path data) throws IOException {
        return Files.readAllBytes(logFile(data));
    }

    private static Path logFile(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(f -> f.getFileName().toString().startsWith("log_inprogress"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static LedgerSettings settings(Path data) {
        return LedgerSettings.of("m1", Members.one("m1", Scene.freePort()), data);
    }

    private static LedgerNode started(Path data) throws InterruptedException {
        LedgerNode node = LedgerNode.start(settings(data));
        assertThat(node.awaitReady(Duration.ofSeconds(30))).isTrue();
        return node;
    }
}
