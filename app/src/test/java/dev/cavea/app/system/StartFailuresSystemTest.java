package dev.cavea.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the server from starting is said in one line, and the exit code is not zero. */
@Tag("system")
@Timeout(240)
final class StartFailuresSystemTest {

    @TempDir Path folder;

    @Test
    void portTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(refusal(Map.of(), "--port", port, "--data", data()))
                    .contains("port " + port)
                    .contains("--port");
        }
    }

    @Test
    void folderNotWritable() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(refusal(Map.of(), "--port", "0", "--data", file.resolve("below").toString()))
                .contains("cannot write to the data folder");
    }

    @Test
    void secondProcessOnTheSameFolder() throws Exception {
        try (RunningServer first = RunningServer.start(folder.resolve("data"))) {
            assertThat(first.said()).contains("ready");
            assertThat(refusal(Map.of(), "--port", "0", "--data", data()))
                    .contains("another process uses the data folder");
        }
    }

    @Test
    void databaseNotThere() throws Exception {
        int nobody = RunningServer.freePort();
        Map<String, String> elsewhere =
                Map.of("CAVEA_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + nobody + "/cavea");
        assertThat(refusal(elsewhere, "--port", "0", "--data", data()))
                .contains("PostgreSQL cannot be reached");
    }

    @Test
    void corruptedLog() throws Exception {
        try (RunningServer first = RunningServer.start(folder.resolve("data"))) {
            Api api = new Api(first.address());
            api.publishGrid(api.admin(), "{}");
            first.kill();
        }
        damageEveryLogFile();
        assertThat(refusal(Map.of(), "--port", "0", "--data", data())).contains("log");
        assertThat(folder.resolve("data/postgresql/cluster"))
                .as("its PostgreSQL was stopped, too")
                .exists()
                .satisfies(cluster -> assertThat(cluster.resolve("postmaster.pid")).doesNotExist());
    }

    private void damageEveryLogFile() throws Exception {
        try (var files = Files.walk(folder.resolve("data/ledger"))) {
            for (Path log :
                    files.filter(f -> f.getFileName().toString().startsWith("log_")).toList()) {
                byte[] bytes = Files.readAllBytes(log);
                // The header and an early entry: what follows is still good.
                for (int i = 0; i < 40; i++) {
                    bytes[i] ^= 0x5a;
                }
                Files.write(log, bytes);
            }
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** The one line that it says. */
    private String refusal(Map<String, String> environment, String... arguments) throws Exception {
        Path output = folder.resolve("refused.out");
        Process process = RunningServer.launch(output, environment, arguments);
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        assertThat(ended).as("it ends by itself: " + Files.readString(output)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        List<String> lines =
                Files.readAllLines(output).stream().filter(l -> !l.startsWith("{")).toList();
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }
}
