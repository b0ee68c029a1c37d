package dev.cavea.ledger.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PackingLedgerClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The JVM itself records each sync of a file, with its start and end. */
@Timeout(60)
final class AnswerMeansOnDiskTest {

    private static final int COMMANDS = 50;

    /** When a command was submitted and when its answer arrived. */
    private record Lone(Instant submitted, Instant answered) {}

    private record Sync(Instant began, Instant ended) {}

    @TempDir Path folder;

    @Test
    void beforeEachAnswerTheLogWasSynced() throws Exception {
        List<Lone> commands = new ArrayList<>();
        Path dump = folder.resolve("syncs.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileForce").withThreshold(Duration.ZERO).withoutStackTrace();
            recording.start();
            submitOneByOne(commands);
            recording.stop();
            recording.dump(dump);
        }
        List<Sync> syncs = logSyncs(dump);
        assertThat(syncs).hasSizeGreaterThanOrEqualTo(COMMANDS);
        for (Lone command : commands) {
            assertThat(syncs)
                    .as("a sync of the log between command and answer: %s", command)
                    .anyMatch(
                            sync ->
                                    !sync.began.isBefore(command.submitted)
                                            && !sync.ended.isAfter(command.answered));
        }
    }

    private void submitOneByOne(List<Lone> commands) throws Exception {
        LedgerSettings settings =
                LedgerSettings.of(
                        "m1", Members.one("m1", Scene.freePort()), folder.resolve("ledger"));
        try (LedgerNode node = LedgerNode.start(settings);
                PackingLedgerClient client = PackingLedgerClient.inProcess(node, Scene.PATIENT)) {
            Scene.get(client, Scene.open(1, 100));
            for (int seat = 0; seat < COMMANDS; seat++) {
                Instant before = Instant.now();
                Scene.get(client, Scene.hold(1, seat, seat));
                commands.add(new Lone(before, Instant.now()));
            }
        }
    }

    private static List<Sync> logSyncs(Path dump) throws Exception {
        List<Sync> syncs = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(dump)) {
            String path = event.getString("path");
            if (path != null && path.contains("log_inprogress")) {
                syncs.add(new Sync(event.getStartTime(), event.getEndTime()));
            }
        }
        return syncs;
    }
}
