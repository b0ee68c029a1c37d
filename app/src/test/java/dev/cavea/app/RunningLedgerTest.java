package dev.cavea.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.ledger.raft.LedgerStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningLedgerTest {

    @TempDir Path folder;

    @Test
    void takesAnotherPortWhenSomebodyWasQuicker() throws IOException {
        try (ServerSocket taken = socket()) {
            Queue<Integer> first = new ArrayDeque<>(List.of(taken.getLocalPort()));
            IntSupplier ports = () -> first.isEmpty() ? freePort() : first.remove();
            try (RunningLedger ledger = RunningLedger.alone(folder, ports)) {
                assertThat(ledger.client().feed().image().position()).isZero();
            }
            assertThat(first).isEmpty();
        }
    }

    @Test
    void givesUpWhenEveryPortIsTaken() throws IOException {
        try (ServerSocket taken = socket()) {
            assertThatThrownBy(() -> RunningLedger.alone(folder, taken::getLocalPort))
                    .isInstanceOf(LedgerStartException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = socket()) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket socket() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
