package dev.cavea.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Over a real socket, on loopback: other addresses are set by the forwarding header. Time is
 * frozen, so that nothing refills.
 */
@Timeout(60)
class RequestLimitsTest {

    private static final String PATH = "/api/v1/bookings";
    private static final int ACCOUNT_BURST = 2_000;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    @AfterEach
    void stop() throws Exception {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void neverLimitsTheAddressOfLoopback() throws Exception {
        start(LimitSettings.standard());
        for (int i = 0; i < 50; i++) {
            HttpResponse<String> answer = post("/api/v1/events/1/holds");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
        }
    }

    @Test
    void limitsLoopbackWhenAskedTo() throws Exception {
        start(new LimitSettings(true, Set.of()));
        assertThat(answersUntilRefused("/api/v1/events/1/holds")).isEqualTo(40);
    }

    @Test
    void limitsAForwardedAddressAndSaysSo() throws Exception {
        start(LimitSettings.standard());
        HttpResponse<String> first = post("/api/v1/auth/login", "X-Forwarded-For", "192.0.2.1");
        assertThat(first.headers().firstValue("RateLimit")).hasValue("\"sign-in\";r=19;t=1");
        assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"sign-in\";q=20;w=2");
        int answered = 1;
        HttpResponse<String> last = first;
        while (last.statusCode() == 200) {
            last = post("/api/v1/auth/login", "X-Forwarded-For", "192.0.2.1");
            answered++;
        }
        assertThat(answered).isEqualTo(21);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(last.body()).contains("https://cavea.dev/problems/rate-limited");
        assertThat(post("/api/v1/auth/login", "X-Forwarded-For", "192.0.2.2").statusCode())
                .isEqualTo(200);
    }

    @Test
    void knowsASignInHoweverItsAddressIsWritten() throws Exception {
        start(LimitSettings.standard());
        for (String path : new String[] {"//api/v1/auth/login", "/api/./v1/auth/login"}) {
            HttpResponse<String> answer = post(path, "X-Forwarded-For", "192.0.2.7");
            assertThat(answer.headers().firstValue("RateLimit-Policy"))
                    .as(path)
                    .hasValue("\"sign-in\";q=20;w=2");
        }
    }

    @Test
    void limitsAnAccountOverManyAddresses() throws Exception {
        start(LimitSettings.standard());
        for (int i = 0; i < ACCOUNT_BURST; i++) {
            HttpResponse<String> answer = post(PATH, from("198.51." + i % 100 + ".1", "one"));
            assertThat(answer.statusCode()).as("request %d", i).isEqualTo(200);
        }
        HttpResponse<String> refused = post(PATH, from("203.0.113.1", "one"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"policy\":\"account\"");
    }

    @Test
    void limitsAnAccountOnLoopbackToo() throws Exception {
        start(LimitSettings.standard());
        for (int i = 0; i < ACCOUNT_BURST; i++) {
            HttpResponse<String> answer = post(PATH, "Authorization", "Bearer one");
            assertThat(answer.statusCode()).as("request %d", i).isEqualTo(200);
        }
        HttpResponse<String> refused = post(PATH, "Authorization", "Bearer one");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        HttpResponse<String> other = post(PATH, "Authorization", "Bearer two");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.headers().firstValue("RateLimit")).hasValue("\"account\";r=1999;t=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For|192.0.2.1|192.0.2.1",
                "X-Forwarded-For|198.51.100.9, 192.0.2.1|192.0.2.1",
                "X-Forwarded-For|192.0.2.1, 203.0.113.5, 127.0.0.1|192.0.2.1",
                "X-Forwarded-For|192.0.2.1:4711|192.0.2.1",
                "X-Forwarded-For|2001:db8:1:2:3::4|20010db800010002",
                "Forwarded|for=192.0.2.1;proto=https;by=10.0.0.1|192.0.2.1",
                "Forwarded|for=198.51.100.9, For=\"[2001:db8:1:2::4]:4711\"|20010db800010002",
                "X-Forwarded-For|nonsense|127.0.0.1",
                "X-Forwarded-For|example.org|127.0.0.1",
                "X-Forwarded-For|''|127.0.0.1"
            })
    void findsWhoReallyAsks(String header, String value, String expected) throws Exception {
        start(new LimitSettings(false, Set.of("203.0.113.5")));
        assertThat(post("/who", header, value).body()).isEqualTo(expected);
    }

    private static String[] from(String address, String account) {
        return new String[] {"X-Forwarded-For", address, "Authorization", "Bearer " + account};
    }

    private int answersUntilRefused(String path) throws Exception {
        int answered = 0;
        while (answered < 1_000 && post(path).statusCode() == 200) {
            answered++;
        }
        return answered;
    }

    private void start(LimitSettings settings) throws Exception {
        ClientAddresses addresses = new ClientAddresses(settings);
        Router router = Router.router(vertx);
        router.route("/api/*")
                .handler(new RequestLimits(new RateLimits(() -> 0), addresses, header -> header));
        router.route("/who")
                .handler(who -> who.end(String.valueOf(addresses.limited(who.request()))));
        router.route().handler(any -> any.end("answered"));
        HttpServer server =
                vertx.createHttpServer()
                        .requestHandler(router)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
        port = server.actualPort();
    }

    private HttpResponse<String> post(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .POST(HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
