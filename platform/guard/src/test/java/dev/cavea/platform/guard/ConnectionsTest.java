package dev.cavea.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real sockets to a real server; loopback counts like any address. */
@Timeout(60)
class ConnectionsTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String HEAD = "GET /quick HTTP/1.1\r\nHost: x\r\n";
    private static final String BODY =
            "POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nten bytes.";

    private final Vertx vertx = Vertx.vertx();
    private final List<Socket> sockets = new ArrayList<>();
    private int port;

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void start(ConnectionLimits limits, boolean loopbackToo) throws Exception {
        ClientAddresses addresses = new ClientAddresses(new LimitSettings(loopbackToo, Set.of()));
        Connections connections = new Connections(limits, addresses);
        SlowSenders slow = new SlowSenders(limits, connections);
        slow.watch(vertx);
        Router router = Router.router(vertx);
        router.route().handler(slow);
        router.get("/quick").handler(context -> context.response().end("here"));
        router.post("/slow").handler(context -> context.request().endHandler(_ -> context.end()));
        HttpServer server =
                vertx.createHttpServer()
                        .requestHandler(router)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get();
        port = server.actualPort();
        connections.guard(vertx, port);
        // The guard is installed on the accepting loop; the first answer comes after it.
        while (connections.open() == 0) {
            answered(connect());
        }
        closeAll();
        while (connections.open() > 0) {
            Thread.onSpinWait();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        return socket;
    }

    private void closeAll() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private static boolean answered(Socket socket) throws IOException {
        send(socket, HEAD + "\r\n");
        try {
            return socket.getInputStream().read(new byte[1_000]) > 0;
        } catch (SocketException reset) {
            return false;
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (SocketException closed) {
            // The next read will find out.
        }
    }

    /** Waits for the other end to close it. */
    private static void awaitEnd(Socket socket) throws IOException {
        try {
            InputStream answer = socket.getInputStream();
            while (answer.read() >= 0) {
                // Whatever comes before the end.
            }
        } catch (SocketException reset) {
            // That is an end, too.
        }
    }

    private int answeredOf(int many) throws IOException {
        int answered = 0;
        for (int i = 0; i < many; i++) {
            answered += answered(connect()) ? 1 : 0;
        }
        return answered;
    }

    @Test
    void takesOnlySoManyConnectionsFromOneAddressUntilSomeEnd() throws Exception {
        start(new ConnectionLimits(100, 3, LONG, LONG), true);
        assertThat(answeredOf(5)).isEqualTo(3);
        sockets.getFirst().close();
        boolean again = false;
        while (!again) {
            again = answered(connect());
        }
        assertThat(answered(connect())).isFalse();
    }

    @Test
    void takesOnlySoManyConnectionsInAll() throws Exception {
        start(new ConnectionLimits(4, 100, LONG, LONG), true);
        assertThat(answeredOf(6)).isEqualTo(4);
    }

    @Test
    void countsNoAddressForLoopbackUnlessItIsAsked() throws Exception {
        start(new ConnectionLimits(100, 3, LONG, LONG), false);
        assertThat(answeredOf(5)).isEqualTo(5);
    }

    static Stream<String> unfinished() {
        return Stream.of("", "G", HEAD);
    }

    @ParameterizedTest
    @MethodSource("unfinished")
    void closesAConnectionWhoseHeadDoesNotCome(String start) throws Exception {
        start(new ConnectionLimits(100, 100, SHORT, LONG), true);
        Socket socket = connect();
        send(socket, start);
        awaitEnd(socket);
    }

    @Test
    void closesAConnectionWhoseSecondHeadDoesNotCome() throws Exception {
        start(new ConnectionLimits(100, 100, SHORT, LONG), true);
        Socket socket = connect();
        assertThat(answered(socket)).isTrue();
        send(socket, HEAD);
        awaitEnd(socket);
    }

    @Test
    void aWishForAnotherProtocolDoesNotFreeAConnection() throws Exception {
        start(new ConnectionLimits(100, 100, SHORT, LONG), true);
        Socket socket = connect();
        send(socket, HEAD + "Upgrade: anything\r\n\r\n");
        assertThat(socket.getInputStream().read(new byte[1_000])).isPositive();
        send(socket, HEAD);
        awaitEnd(socket);
    }

    @Test
    void closesAConnectionWhoseHeadComesLetterByLetter() throws Exception {
        start(new ConnectionLimits(100, 100, SHORT, LONG), true);
        Socket socket = connect();
        send(socket, HEAD);
        Thread letters =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                while (true) {
                                    socket.getOutputStream()
                                            .write(
                                                    "X-A: b\r\n"
                                                            .getBytes(StandardCharsets.US_ASCII));
                                    Thread.sleep(10);
                                }
                            } catch (IOException | InterruptedException ended) {
                                // As it should.
                            }
                        });
        awaitEnd(socket);
        socket.close();
        letters.join();
    }

    @Test
    void closesAConnectionWhoseBodyDoesNotCome() throws Exception {
        start(new ConnectionLimits(100, 100, LONG, SHORT), true);
        Socket socket = connect();
        send(socket, BODY);
        awaitEnd(socket);
    }

    @Test
    void leavesAnIdleConnectionThatOwesNothing() throws Exception {
        start(new ConnectionLimits(100, 100, SHORT, SHORT), true);
        Socket idle = connect();
        assertThat(answered(idle)).isTrue();
        Socket slow = connect();
        send(slow, HEAD);
        awaitEnd(slow);
        assertThat(answered(idle)).isTrue();
    }
}
