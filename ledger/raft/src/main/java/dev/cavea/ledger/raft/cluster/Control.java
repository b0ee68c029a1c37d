package dev.cavea.ledger.raft.cluster;

import dev.cavea.ledger.raft.LedgerNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A line in, a line out, on the loopback interface: {@code status, hash, snapshot, stop}. */
final class Control {

    private final LedgerNode node;
    private final ServerSocket server;

    Control(LedgerNode node, int port) throws IOException {
        this.node = node;
        this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    void serve() throws IOException {
        while (true) {
            Socket socket = server.accept();
            Thread.ofVirtual().start(() -> talk(socket));
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out =
                        new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(answer(line.strip()));
            }
        } catch (IOException e) {
            // The client has gone.
            return;
        }
    }

    private String answer(String verb) {
        try {
            return switch (verb) {
                case "status" -> node.status().toString();
                case "hash" -> "%016x".formatted(node.stateHash());
                case "snapshot" -> "snapshot up to " + node.snapshotNow();
                case "stop" -> stop();
                default -> "no verb " + verb + ": status, hash, snapshot, stop";
            };
        } catch (IOException | RuntimeException e) {
            return "failed: " + e.getMessage();
        }
    }

    private static String stop() {
        Thread.ofPlatform().start(() -> System.exit(0));
        return "stopping";
    }
}
