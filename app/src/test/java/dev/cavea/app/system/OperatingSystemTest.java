package dev.cavea.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is for whoever operates the server, and who may see it. */
@Tag("system")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class OperatingSystemTest {

    private static final List<String> OPERATING =
            List.of("/health", "/health/ready", "/metrics", "/openapi", "/docs/");
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]* src=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    @TempDir Path folder;

    @Test
    void aPortOfTheirOwnTakesThemOffThePublicOne() throws Exception {
        int own = RunningServer.freePort();
        String port = Integer.toString(own);
        Path data = folder.resolve("data");
        try (RunningServer server = RunningServer.startWith(data, "CAVEA_MANAGEMENT_PORT", port)) {
            Api everybody = new Api(server.address());
            Api operator = new Api(URI.create("http://127.0.0.1:" + own));
            for (String path : OPERATING) {
                assertThat(operator.get(path, null).status()).as(path).isEqualTo(200);
                assertThat(everybody.get(path, null).status()).as(path).isEqualTo(404);
            }
            assertThat(everybody.get("/api/v1/events", null).status()).isEqualTo(200);
            assertThat(operator.get("/api/v1/events", null).status()).isEqualTo(404);
        }
    }

    @Test
    void theDocumentationRunsItsOwnScriptsAndNoOther() throws Exception {
        try (RunningServer server = RunningServer.start(folder.resolve("data"))) {
            Api.Reply page = new Api(server.address()).get("/docs/", null);
            String policy =
                    page.response().headers().firstValue("Content-Security-Policy").orElseThrow();
            String scripts = policy.substring(policy.indexOf("script-src"));
            assertThat(scripts.substring(0, scripts.indexOf(';'))).doesNotContain("unsafe");
            Matcher inline = INLINE.matcher(page.body());
            assertThat(inline.find()).isTrue();
            inline.reset();
            while (inline.find()) {
                assertThat(scripts).contains("'sha256-" + hash(inline.group(1)) + "'");
            }
        }
    }

    @Test
    void withoutAPaymentProviderNothingIsPlayed() throws Exception {
        Path data = folder.resolve("data");
        try (RunningServer server = RunningServer.startWith(data, "CAVEA_PAYMENTS", "none")) {
            Api api = new Api(server.address());
            assertThat(api.get("/api/v1/payments/methods", null).body())
                    .isEqualTo("{\"methods\":[]}");
            String admin = api.admin();
            String crowd = "/api/v1/admin/events/%s/crowd".formatted(api.publishGrid(admin, "{}"));
            assertThat(api.get(crowd, admin).slug()).isEqualTo("no-crowd");
            assertThat(api.post(crowd, admin, "{}").status()).isEqualTo(404);
        }
    }

    private static String hash(String script) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(script.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
