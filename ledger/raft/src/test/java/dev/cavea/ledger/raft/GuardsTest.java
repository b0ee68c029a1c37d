package dev.cavea.ledger.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.ledger.client.ClientSettings;
import dev.cavea.ledger.client.LedgerUnavailable;
import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PackingLedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.raft.LedgerStartException.Reason;
import dev.cavea.ledger.wire.AnswerPack;
import dev.cavea.ledger.wire.Pack;
import dev.cavea.ledger.wire.PackWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.ratis.client.RaftClient;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.protocol.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The guards around the engine, one by one. */
@Timeout(90)
final class GuardsTest {

    @TempDir Path folder;

    private LedgerSettings settings() {
        return LedgerSettings.of("m1", Members.one("m1", Scene.freePort()), folder);
    }

    private static LedgerNode started(LedgerSettings settings) throws InterruptedException {
        LedgerNode node = LedgerNode.start(settings);
        assertThat(node.awaitReady(Duration.ofSeconds(30))).isTrue();
        return node;
    }

    @Test
    void nothingThatDecidesIsReadBesideTheLog() throws Exception {
        LedgerSettings settings = settings();
        try (LedgerNode node = started(settings);
                RaftClient reader =
                        RaftClient.newBuilder()
                                .setProperties(new RaftProperties())
                                .setRaftGroup(settings.members().group())
                                .build()) {
            assertThatThrownBy(() -> reader.async().sendReadOnly(Message.valueOf("x")).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("submit a command");
            assertThat(node.status().ready()).isTrue();
        }
    }

    @Test
    void aSecondMemberOnTheSameFolderDoesNotStart() throws Exception {
        try (LedgerNode _ = started(settings())) {
            assertThatThrownBy(() -> LedgerNode.start(settings()))
                    .isInstanceOfSatisfying(
                            LedgerStartException.class,
                            no -> {
                                assertThat(no.reason()).isEqualTo(Reason.FOLDER_IN_USE);
                                assertThat(no.getMessage())
                                        .contains("in use", folder.toString())
                                        .doesNotContain("\n");
                            });
        }
        started(settings()).close();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(
                        () ->
                                LedgerNode.start(
                                        LedgerSettings.of(
                                                "m1",
                                                Members.one("m1", Scene.freePort()),
                                                file.resolve("ledger"))))
                .isInstanceOfSatisfying(
                        LedgerStartException.class,
                        no -> {
                            assertThat(no.reason()).isEqualTo(Reason.FOLDER_NOT_WRITABLE);
                            assertThat(no.getMessage())
                                    .contains("cannot be written", "choose another folder")
                                    .doesNotContain("\n");
                        });
    }

    @Test
    void aTakenPortIsNamedAndTheFolderIsFreeAgain() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            LedgerSettings settings = LedgerSettings.of("m1", Members.one("m1", port), folder);
            assertThatThrownBy(() -> LedgerNode.start(settings))
                    .isInstanceOfSatisfying(
                            LedgerStartException.class,
                            no -> {
                                assertThat(no.reason()).isEqualTo(Reason.PORT_TAKEN);
                                assertThat(no.getMessage()).contains("Port " + port);
                            });
        }
        started(settings()).close();
    }

    @Test
    void aPackSentAgainGetsItsOldAnswerAlsoAfterASnapshotAndARestart() throws Exception {
        try (LedgerNode node = started(settings())) {
            AnswerPack opened = send(node, Pack.openSession());
            PackWriter writer = new PackWriter(1 << 20);
            writer.add(Scene.open(1, 100));
            writer.add(Scene.hold(1, 7, 3));
            byte[] pack = writer.finish(opened.session(), 1, 1);
            AnswerPack first = send(node, pack);
            assertThat(first.answers().get(1)).isInstanceOf(Answer.Held.class);
            long position = node.status().position();
            assertThat(send(node, pack).answers()).isEqualTo(first.answers());
            node.snapshotNow();
            node.restart();
            assertThat(node.awaitReady(Duration.ofSeconds(30))).isTrue();
            assertThat(send(node, pack).answers()).isEqualTo(first.answers());
            assertThat(node.status().position()).isEqualTo(position);
        }
    }

    @Test
    void aPackThatCannotBeReadNeverEntersTheLog() throws Exception {
        try (LedgerNode node = started(settings())) {
            // The member is ready a moment before the first entry counts as applied.
            send(node, Pack.tick());
            long applied = node.status().appliedIndex();
            assertThatThrownBy(() -> send(node, new byte[] {1, 2, 3}))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("no pack");
            assertThat(send(node, Pack.tick()).answers()).isEmpty();
            assertThat(node.status().appliedIndex()).isLessThanOrEqualTo(applied + 1);
        }
    }

    @Test
    void snapshotsAreWrittenByCommandsAndOldLogGoes() throws Exception {
        SnapshotPolicy often = new SnapshotPolicy(2_000, Long.MAX_VALUE, Duration.ofDays(1), 0);
        LedgerSettings settings = settings().with(often);
        try (LedgerNode node = started(settings);
                PackingLedgerClient client = PackingLedgerClient.inProcess(node, Scene.PATIENT)) {
            Scene.get(client, Scene.open(1, 6_000));
            holdAndRelease(client, 2_500);
            Trio.await("a snapshot", () -> node.status().snapshotIndex() > 0);
            long first = node.status().snapshotIndex();
            holdAndRelease(client, 2_500);
            Trio.await("another one", () -> node.status().snapshotIndex() > first);
            Trio.await("whole snapshots only", this::allSnapshotsAreWhole);
            long hash = node.stateHash();
            node.restart();
            assertThat(node.awaitReady(Duration.ofSeconds(30))).isTrue();
            assertThat(node.stateHash()).isEqualTo(hash);
        }
    }

    private boolean allSnapshotsAreWhole() {
        try {
            return snapshots().stream().noneMatch(name -> name.endsWith(".writing"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shutdownLeavesASnapshotAndAHalfWrittenOneIsDropped() throws Exception {
        long hash;
        try (LedgerNode node = started(settings());
                PackingLedgerClient client = PackingLedgerClient.inProcess(node, Scene.PATIENT)) {
            Scene.get(client, Scene.open(1, 100));
            Scene.get(client, Scene.hold(1, 7, 3));
            hash = node.stateHash();
        }
        assertThat(snapshots()).hasSize(2);
        Path half = snapshotFolder().resolve("snapshot.9_99.writing");
        Files.write(half, new byte[] {1, 2, 3});
        try (LedgerNode node = started(settings())) {
            assertThat(node.status().snapshotIndex()).isPositive();
            assertThat(node.stateHash()).isEqualTo(hash);
            assertThat(half).doesNotExist();
        }
    }

    @Test
    void aDamagedSnapshotIsNamed() throws Exception {
        try (LedgerNode node = started(settings());
                PackingLedgerClient client = PackingLedgerClient.inProcess(node, Scene.PATIENT)) {
            Scene.get(client, Scene.open(1, 100));
        }
        Path snapshot =
                snapshotFolder()
                        .resolve(
                                snapshots().stream()
                                        .filter(s -> !s.endsWith("md5"))
                                        .findAny()
                                        .get());
        byte[] bytes = Files.readAllBytes(snapshot);
        bytes[bytes.length / 2] ^= 1;
        Files.write(snapshot, bytes);
        assertThatThrownBy(() -> LedgerNode.start(settings()))
                .isInstanceOfSatisfying(
                        LedgerStartException.class,
                        no -> {
                            assertThat(no.reason()).isEqualTo(Reason.SNAPSHOT_DAMAGED);
                            assertThat(no.getMessage()).contains("damaged").doesNotContain("\n");
                        });
    }

    /** To a writer, a limit on file size is like a full disk. */
    @Test
    @EnabledIf("hasPrlimit")
    void aLogThatCannotBeWrittenStopsTheMemberUntilItIsStartedAgain() throws Exception {
        LinkedBlockingQueue<String> halts = new LinkedBlockingQueue<>();
        LedgerSettings settings = settings().with((code, line) -> halts.add(code + " " + line));
        ClientSettings patience = ClientSettings.DEFAULTS.withDeadline(Duration.ofSeconds(2));
        try (LedgerNode node = started(settings);
                PackingLedgerClient client = PackingLedgerClient.inProcess(node, patience)) {
            Scene.get(client, Scene.open(1, 1_000));
            int acknowledged = 0;
            limitFiles(Long.toString(4_300_000));
            try {
                while (halts.isEmpty() && acknowledged < 999) {
                    acknowledged += tryToHold(client, acknowledged) ? 1 : 0;
                    // Much log in little time: a house that is refused because it exists.
                    client.submit(Scene.open(1, 200_000)).exceptionally(e -> null).join();
                }
            } finally {
                limitFiles("unlimited");
            }
            assertThat(halts.poll(30, TimeUnit.SECONDS))
                    .startsWith(Halt.LOG_FAILED + " The ledger cannot write to its disk");
            assertThat(node.status().ready()).isFalse();
            assertThat(node.status().lastError()).contains("then start the member again");
            assertThatThrownBy(() -> client.submit(Scene.hold(1, 5_000, 999)).get())
                    .hasCauseInstanceOf(LedgerUnavailable.class);
            node.restart();
            assertThat(node.awaitReady(Duration.ofSeconds(30))).isTrue();
            assertThat(node.status().lastError()).isNull();
            for (int seat = 0; seat < acknowledged; seat++) {
                assertThat(client.feed().image().houses().getFirst().states()[seat])
                        .isEqualTo((byte) 1);
            }
            assertThat(Scene.get(client, Scene.hold(1, 6_000, 998)))
                    .isInstanceOf(Answer.Held.class);
        }
    }

    @Test
    void anExceptionThatNobodyCatchesInAnotherThreadIsNoneOfTheEnginesBusiness() throws Exception {
        LinkedBlockingQueue<String> halts = new LinkedBlockingQueue<>();
        LinkedBlockingQueue<Throwable> seen = new LinkedBlockingQueue<>();
        Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> seen.add(e));
        try (LedgerNode node = started(settings().with((code, line) -> halts.add(line)))) {
            Thread thread =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        throw new IllegalStateException("not the ledger's");
                                    });
            thread.join();
            assertThat(seen.poll(10, TimeUnit.SECONDS)).hasMessage("not the ledger's");
            assertThat(send(node, Pack.tick()).answers()).isEmpty();
            assertThat(node.status().lastError()).isNull();
            assertThat(halts).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }
    }

    static boolean hasPrlimit() {
        return Files.isExecutable(Path.of("/usr/bin/prlimit"));
    }

    private static boolean tryToHold(PackingLedgerClient client, int seat) {
        try {
            return client.submit(Scene.hold(1, seat, seat)).get() instanceof Answer.Held;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void limitFiles(String bytes) throws Exception {
        Process process =
                new ProcessBuilder(
                                "/usr/bin/prlimit",
                                "--pid",
                                Long.toString(ProcessHandle.current().pid()),
                                "--fsize=" + bytes + ":unlimited")
                        .redirectErrorStream(true)
                        .start();
        assertThat(process.waitFor()).isZero();
    }

    private static void holdAndRelease(PackingLedgerClient client, int seats) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int seat = 0; seat < seats; seat++) {
            answers.add(client.submit(Scene.hold(1, seat, seat)));
        }
        for (int seat = 0; seat < seats; seat++) {
            answers.add(client.submit(Scene.release(1, seat)));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }

    private Path snapshotFolder() throws IOException {
        try (Stream<Path> groups = Files.list(folder.resolve("raft"))) {
            return groups.findFirst().orElseThrow().resolve("sm");
        }
    }

    private List<String> snapshots() throws IOException {
        try (Stream<Path> files = Files.list(snapshotFolder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static AnswerPack send(LedgerNode node, byte[] pack) throws Exception {
        return AnswerPack.read(node.submit(pack).get(20, TimeUnit.SECONDS));
    }
}
