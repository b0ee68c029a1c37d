package dev.cavea.bench.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against the JDK's own server. Looks at what is counted, never at how fast it was. */
@Timeout(60)
class GeneratorTest {

    private static final Duration SHORT = Duration.ofMillis(600);

    private final AtomicInteger requests = new AtomicInteger();
    private volatile long pauseMillis;
    private HttpServer server;

    private static final Script ONE =
            (connection, request) ->
                    request.put(
                            "GET /x HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    pause();
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write(new byte[] {'o', 'k'});
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void countsEveryAnswer() throws IOException {
        try (Generator generator = new Generator(server.getAddress(), 4)) {
            generator.connect();
            Figures figures = generator.run(ONE, new Pace.Closed(), SHORT);
            assertThat(figures.answers()).isPositive();
            assertThat(figures.count(200)).isEqualTo(figures.answers());
            assertThat(figures.failures()).isEmpty();
            assertThat((long) requests.get()).isEqualTo(figures.answers());
        }
    }

    @Test
    void offersAFixedRateAndCountsTheWaitForAConnection() throws IOException {
        pauseMillis = 100;
        try (Generator generator = new Generator(server.getAddress(), 1)) {
            generator.connect();
            // Ten a second can be answered, a hundred are offered: they wait longer and longer.
            Figures figures = generator.run(ONE, new Pace.Open(100), SHORT);
            assertThat(figures.percentile(100)).isGreaterThan(2_000);
            assertThat(figures.answers()).isEqualTo(60);
        }
    }

    @Test
    void letsEachConnectionThinkBetweenRequests() throws IOException {
        try (Generator generator = new Generator(server.getAddress(), 10)) {
            generator.connect();
            Pace pace = new Pace.Think(Duration.ofMillis(200).toNanos());
            Figures figures = generator.run(ONE, pace, SHORT);
            assertThat(figures.answers()).isBetween(10L, 40L);
        }
    }

    @Test
    void connectsAgainWhenTheServerCloses() throws IOException {
        server.createContext(
                "/x",
                exchange -> {
                    exchange.getResponseHeaders().set("Connection", "close");
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        try (Generator generator = new Generator(server.getAddress(), 2)) {
            generator.connect();
            Figures figures = generator.run(ONE, new Pace.Closed(), SHORT);
            assertThat(figures.answers()).isGreaterThan(2);
        }
    }

    @Test
    void givesTheBodyToAScriptThatWantsIt() throws IOException {
        StringBuilder bodies = new StringBuilder();
        Script wanting =
                new Script() {
                    @Override
                    public void next(int connection, ByteBuffer request) {
                        ONE.next(connection, request);
                    }

                    @Override
                    public boolean wantsBody(int connection, int status) {
                        return true;
                    }

                    @Override
                    public void answered(int connection, int status, byte[] body) {
                        bodies.append(new String(body, StandardCharsets.US_ASCII));
                    }
                };
        try (Generator generator = new Generator(server.getAddress(), 1)) {
            generator.connect();
            generator.run(wanting, new Pace.Closed(), SHORT);
        }
        assertThat(bodies.toString()).startsWith("okok");
    }

    private void pause() {
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
